workspace {
    !identifiers hierarchical
    !const TECH "Spring Boot"

    model {
        archetypes {
            api = container {
                technology "${TECH}"
                tag "API"
            }
            datastore = container {
                technology "MySQL"
                tag "Datastore"
            }
            events = -> {
                tags "Asynchronous"
            }
        }
        archive = softwareSystem "Archive"
        orders = softwareSystem "Orders" {
            group "Order service" {
                api = api "Orders API" {
                    -> archive "Copies to" \
                        "HTTPS"
                }
                datastore "Orders schema" {
                    api -> this
                }
            }
            api --events-> customers.api "Tells of orders"
        }
        customers = softwareSystem "Customers" {
            api = api "Customers API"
            db = container "Files" {
                tags "Store of files"
            }
            api -> db
            api -> orders.api "Asks"
        }
    }
    views {
        styles {
            element "Store of files" {
                shape Cylinder
            }
        }
    }
}
