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
