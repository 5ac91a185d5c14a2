workspace {
    model {
        !include people.dsl
        bank = softwareSystem "Bank"
    }
}
