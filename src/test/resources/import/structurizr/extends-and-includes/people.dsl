clerk = person "Clerk"
!include people.dsl
