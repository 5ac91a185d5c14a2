workspace {
    model {
        shop = softwareSystem "Shop {
            api = container "API"
            db = container "DB" "" "" "Database"
            api -> ghost "Asks"
            api -> db
        }
        !script groovy
        !include https://example.org/model.dsl
        !include ../outside.dsl
        other = softwareSystem "Other" {
            worker = container "Worker"
        }
        worker -> shop
        deploymentEnvironment "One" {
            deploymentNode "a" {
                containerInstance api
                containerInstance nobody
            }
        }
        deploymentEnvironment "Two" {
            deploymentNode "a" {
                containerInstance api
            }
        }
    }
}
}
