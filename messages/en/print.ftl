# What stands around a diagnostic on a terminal.

print-error = error
print-warning = warning
print-advice = advice
print-help = help
print-write = write
print-see = see
print-colon = :
print-more = … and { $count } more
print-all = --all prints each

# On which page something was found.
print-page = on { $page }
print-pages = on { $page } and { $others ->
    [one] one more page
   *[other] { $others } more pages
}
