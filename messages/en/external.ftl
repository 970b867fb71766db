# What `rihla check --external` says of addresses of other sites.

# An address that does not answer; advice on the first day.
external-link = “{ $address }” { $what ->
    [status] is not there any more: the server answers { $status }
    [name] leads to a name that does not exist
    [connection] leads to a server that cannot be reached
    [time] did not answer in time
    [protocol] answers with what is no page, or breaks off
    [loop] leads in a circle
    [leads-inside] leads on to an address of an inner network
    [leads-elsewhere] leads on to what is no page of the web
    [certificate-time] has a certificate that has expired, or is not valid yet
    [certificate-name] has the certificate of another site
    [certificate] has a certificate for which nobody answers
   *[form] is no address
}{ $state ->
    [new] { "" } (since { $since }; an error if it is still so on another day)
   *[old] { "" } (since { $since })
}
    .hint = link to where the page stands now, or take the link away; what never answers programs goes under links: skip: in site.yaml, with a reason

# An address that has moved for good.
external-moved = “{ $address }” has moved to “{ $to }”, and says that it is for good
    .hint = write the new address

# A part that the page of another site does not have.
external-fragment = the page of “{ $address }” answers and has no part “#{ $fragment }”
    .hint = look at the page; leave out what stands after #, or link to the part that is meant

# An address of which nothing can be said.
external-unknown = nobody can tell whether “{ $address }” is there: { $what ->
    [status] the server answers { $status } to programs
    [busy] the server asks to be left alone for a while
    [cookies] without cookies, the server leads in a circle
   *[host] other addresses of the same server did not answer, so it was not asked
}
    .hint = open it in a browser; what never answers programs goes under links: skip: in site.yaml, with a reason

# An address of this machine or of an inner network.
external-inside = “{ $address }” leads to a machine of an inner network, where visitors cannot follow; it was not asked
    .hint = link to an address that can be reached from everywhere

# `mailto:`, `tel:` or `https:` with something behind it that is no address.
external-form = “{ $address }” is no { $what ->
    [mail] address of mail
   *[telephone] telephone number
}
    .hint = write it as in mailto:contact@example.org or tel:+212537000000, without spaces

# No site could be reached at all.
external-offline = no other site can be reached: the network of this machine seems to be down, and addresses of other sites were not checked
    .hint = try again when there is a network; behind a proxy, HTTPS_PROXY names it

# An address of `links.skip` that no page has.
external-skip-unused = no page leads to “{ $address }” any more
    .hint = take these lines out

# Another place with the same address.
external-also = here too
