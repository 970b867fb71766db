//! What of a site goes beyond what a host takes.

messages! {
    /// More redirects than Cloudflare Pages takes.
    REDIRECT_RULES: Warning "redirect-rules";
    /// More rules in `_headers` than Cloudflare Pages takes.
    HEADER_RULES: Warning "header-rules";
    /// A larger `staticwebapp.config.json` than Azure reads.
    AZURE_SIZE: Warning "azure-size";
}
