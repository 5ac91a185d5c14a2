workspace extends base.dsl {
    model {
        !ref bank {
            desk = container "Desk"
            ledger = container "Ledger" "" "PostgreSQL"
            desk -> ledger
        }
        clerk -> bank.desk "Books with"
    }
}
