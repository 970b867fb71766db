# More redirects than Cloudflare Pages takes.
redirect-rules = the site has { $count } redirects from former addresses; Cloudflare Pages heeds the first { $limit } of them
    .hint = remove from “aliases:” the addresses that nobody asks for any more, or write them in “gone:” of content/site.yaml

# More rules in `_headers` than Cloudflare Pages takes.
header-rules = the site needs { $count } rules in the file _headers; Cloudflare Pages heeds the first { $limit } of them
    .hint = name fewer pages under “no_referrer” in content/site.yaml

# A larger `staticwebapp.config.json` than Azure reads.
azure-size = the file staticwebapp.config.json has { $count } bytes, because of the many former addresses; Azure takes { $limit }
    .hint = remove “azure” from “files” in content/site.yaml, or the former addresses that nobody asks for any more
