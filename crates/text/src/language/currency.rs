//! The currencies of ISO 4217.

/// The active codes of the list of 1 January 2026, without metals, bonds and test codes.
const ACTIVE: &str = "\
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD \
KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND \
VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG";

/// Codes that documents of the last decades cite: before the euro, and redenominated ones.
const HISTORICAL: &str = "\
ANG ATS BEF BGN BYR CUC CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PTE SIT \
SKK SLL STD TRL VEF YUM ZMK ZWL";

/// Those that have no minor unit, then those that have a thousandth.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

fn holds(list: &str, code: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == code)
}

/// Whether a text is a currency's code in ISO 4217, in capitals: an active one, or one that
/// was replaced since 1999.
pub fn is_currency(code: &str) -> bool {
    holds(ACTIVE, code) || holds(HISTORICAL, code)
}

/// The digits after the decimal sign that an amount which is not whole is written with.
pub(super) fn minor_digits(code: &str) -> i16 {
    match code {
        _ if holds(WHOLE, code) => 0,
        _ if holds(THOUSANDTHS, code) => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_a_code_of_iso_4217() {
        for yes in [
            "MAD", "EUR", "USD", "NOK", "CHF", "GBP", "XOF", "BGN", "NLG", "HRK", "ITL",
        ] {
            assert!(is_currency(yes), "{yes}");
        }
        for no in [
            "", "eur", "EURO", "€", "DH", "Dhs", "XXX", "XTS", "US", "EUR MAD", " ",
        ] {
            assert!(!is_currency(no), "{no}");
        }
        let codes = [ACTIVE, HISTORICAL].map(|list| list.split_ascii_whitespace());
        let mut codes: Vec<_> = codes.into_iter().flatten().collect();
        let count = codes.len();
        assert!(
            codes
                .iter()
                .all(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase()))
        );
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        for list in [WHOLE, THOUSANDTHS] {
            assert!(
                list.split_ascii_whitespace()
                    .all(|code| holds(ACTIVE, code))
            );
        }
    }
}
