workspace extends "base.dsl" {
    model {
        regulator = softwareSystem "Regulator"
        bank -> regulator "Reports to"
    }
}
