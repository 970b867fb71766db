//! What of a site goes beyond what a host takes.

messages! {
    /// More redirects than Cloudflare Pages takes.
    REDIRECT_RULES: Warning "redirect-rules" {
        en "the site has {count} redirects from former addresses; Cloudflare Pages heeds the first {limit} of them"
        fr "le site a {count} redirections d’anciennes adresses ; Cloudflare Pages ne tient compte que des {limit} premières"
        hint {
            en "remove from “aliases:” the addresses that nobody asks for any more, or write them in “gone:” of content/site.yaml"
            fr "retirez de « aliases: » les adresses que plus personne ne demande, ou écrivez-les dans « gone: » de content/site.yaml"
        }
    }
    /// More rules in `_headers` than Cloudflare Pages takes.
    HEADER_RULES: Warning "header-rules" {
        en "the site needs {count} rules in the file _headers; Cloudflare Pages heeds the first {limit} of them"
        fr "le site demande {count} règles dans le fichier _headers ; Cloudflare Pages ne tient compte que des {limit} premières"
        hint {
            en "name fewer pages under “no_referrer” in content/site.yaml"
            fr "nommez moins de pages sous « no_referrer » dans content/site.yaml"
        }
    }
    /// A larger `staticwebapp.config.json` than Azure reads.
    AZURE_SIZE: Warning "azure-size" {
        en "the file staticwebapp.config.json has {count} bytes, because of the many former addresses; Azure takes {limit}"
        fr "le fichier staticwebapp.config.json fait {count} octets, à cause des nombreuses anciennes adresses ; Azure en admet {limit}"
        hint {
            en "remove “azure” from “files” in content/site.yaml, or the former addresses that nobody asks for any more"
            fr "retirez « azure » de « files » dans content/site.yaml, ou les anciennes adresses que plus personne ne demande"
        }
    }
}
