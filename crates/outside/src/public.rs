//! Which addresses of the Internet Protocol are public.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the public Internet, after the registries of special-purpose addresses of IANA (RFC 6890):
/// neither this machine, nor an inner network, a link, a group, an example or what is reserved.
///
/// An address of IPv6 that stands for one of IPv4 (mapped, compatible, 6to4, NAT64) is what that one is.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = match (a, b, c) {
        // This network, this machine, and what is reserved, with groups and the address of all.
        (0 | 127 | 224.., ..) => true,
        // Inner networks, and those behind the translation of carriers.
        (10, ..) | (172, 16..=31, _) | (192, 168, _) | (100, 64..=127, _) => true,
        // The link.
        (169, 254, _) => true,
        // Assignments of protocols, examples, relays of 6to4, benchmarks.
        (192, 0, 0 | 2) | (198, 51, 100) | (203, 0, 113) | (192, 88, 99) | (198, 18..=19, _) => {
            true
        }
        _ => false,
    };
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let inner = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b) {
        // Mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96) and compatible (::/96), `::` and `::1` among them.
        (0, 0) if (c, d) == (0, 0) && matches!((e, f), (0, 0 | 0xffff) | (0xffff, 0)) => {
            inner(g, h)
        }
        // NAT64 of RFC 6052; that of one's own (RFC 8215) is an inner network.
        (0x64, 0xff9b) if (c, d, e, f) == (0, 0, 0, 0) => inner(g, h),
        // 6to4.
        (0x2002, _) => inner(b, c),
        // Teredo, benchmarks, ORCHID and other assignments of protocols; examples.
        (0x2001, 0..=0x1ff | 0xdb8) | (0x3fff, 0..=0xfff) => false,
        // Everything else that is global.
        (0x2000..=0x3fff, _) => true,
        // Links, sites, unique local addresses, groups, segments.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;
    use proptest::prelude::*;
    use std::net::{IpAddr, Ipv4Addr};

    fn of(text: &str) -> bool {
        is_public(text.parse::<IpAddr>().unwrap())
    }

    #[test]
    fn special_addresses_are_not_public() {
        for text in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:0:127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:a00:1::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!of(text), "{text}");
        }
    }

    #[test]
    fn others_are_public() {
        for text in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "192.167.1.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
            "2002:808:808::1",
            "2001:4860:4860::8888",
            "2a00:1450:4007::1",
            "2606:4700::1111",
        ] {
            assert!(of(text), "{text}");
        }
    }

    proptest! {
        /// However an address of IPv4 is written in IPv6, it is as public as it was.
        #[test]
        fn the_form_decides_nothing(bits: u32) {
            let plain = Ipv4Addr::from_bits(bits);
            let [a, b, c, d] = plain.octets();
            let pair = |a: u8, b: u8| u16::from_be_bytes([a, b]);
            for text in [
                format!("::ffff:{plain}"),
                format!("64:ff9b::{plain}"),
                format!("2002:{:x}:{:x}::1", pair(a, b), pair(c, d)),
            ] {
                prop_assert_eq!(of(&text), is_public(plain.into()), "{}", text);
            }
        }
    }
}
