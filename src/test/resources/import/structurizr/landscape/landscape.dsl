workspace {
    model {
        user = person "User"
        a = softwareSystem "A"
        b = softwareSystem "B"
        user -> a
        a -> b "Sends events to" "Kafka"
    }
}
