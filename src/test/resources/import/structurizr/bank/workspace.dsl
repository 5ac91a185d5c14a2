/* A shop in C4,
   with a deployment. */
workspace "Shop" "An example" {

    model {
        customer = person "Customer"

        shop = softwareSystem "Shop" "Sells things" {
            ui = container "Shop UI" "What customers see" "TypeScript" "Web Browser"
            web = container "Web Server" "Delivers the UI" "Nginx"
            api = container "API" "Takes orders" "Go" {
                orders = component "Order handler" "" "Go"
                bill = component "Billing" "" "Go"
            }
            jobs = container "Shipper" {
                description "Ships what is paid"
                technology "Go"
                tags "Worker"
            }
            db = container "Orders" "Orders and stock" "PostgreSQL 16" "Database"
            kv = container "Sessions" "" "" "Session data" {
                tag "Data Store"
            }
            queue = container "Paid orders" "" "RabbitMQ" "Queue"
        }
        bank = softwareSystem "Card Processor" "" "External"

        # a coarse one, of which the finer says the same
        shop -> bank "Charges cards with"
        customer -> ui "Orders with"
        web -> ui "Delivers"
        ui -> orders "Places orders with" "JSON/HTTPS"
        orders -> bill "Uses"
        bill -> bank "Charges cards with" "HTTPS"
        orders -> db "Reads from and writes to" "SQL"
        orders -> kv
        orders -> queue "Publishes paid orders to" "AMQP"
        jobs -> queue "Consumes" "AMQP"
        jobs -> api "Reports to" "" "Asynchronous"

        deploymentEnvironment "Development" {
            deploymentNode "Laptop" {
                containerInstance api
                containerInstance db
            }
        }
        deploymentEnvironment "Live" {
            deploymentNode "Browser" {
                containerInstance ui
            }
            deploymentNode "Region" "" "" "" 2 {
                deploymentNode "api-*" {
                    instances 3
                    containerInstance api
                }
                deploymentNode "worker" "" "" "" "1..4" {
                    containerInstance jobs
                }
            }
            one = deploymentNode "db-1" {
                containerInstance db
            }
            other = deploymentNode "db-2" {
                containerInstance db "" "Failover"
            }
            one -> other "Replicates to"
        }
    }

    views {
        styles {
            element "Session data" {
                shape Folder
            }
        }
    }
}
