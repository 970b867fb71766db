//! Values that are maps of their own: amounts of money and images.

use super::*;
use std::sync::LazyLock;

/// The parts of an image that are texts.
struct ImageTexts {
    alt: Field,
    credit: Field,
    caption: Field,
}

static IMAGE_TEXTS: LazyLock<ImageTexts> = LazyLock::new(|| ImageTexts {
    alt: Field::new("alt", FieldKind::Alternative).localized(),
    credit: Field::new("credit", FieldKind::Text).localized(),
    caption: Field::new("caption", FieldKind::Text).localized(),
});

impl Reader<'_> {
    pub(super) fn money(&mut self, field: &Field, node: &Node, map: &yaml::Map) -> Option<Money> {
        for (key, _) in map.iter() {
            if !MONEY_KEYS.contains(&&*key.name) {
                self.unknown_name(key, map, || MONEY_KEYS.into_iter());
            }
        }
        let part = |name: &str| {
            map.get(name)
                .filter(|node| has_value(&FieldKind::Text, node))
        };
        let (Some(amount), Some(currency)) = (part("amount"), part("currency")) else {
            let text_of = |node: Option<&Node>| match node.map(|node| &node.value) {
                Some(yaml::Value::Scalar(scalar)) => Some(excerpt(&scalar.text)),
                _ => None,
            };
            let example = example_of_money(
                text_of(part("amount")).as_deref(),
                text_of(part("currency")).as_deref(),
            );
            let finding = self
                .report
                .at(&says::MONEY_FORM, node.span)
                .with("field", &field.name)
                .with("example", example);
            self.report.push(finding);
            return None;
        };
        let (amount_node, currency_node) = (amount, currency);
        let amount = self.amount(field, amount_node);
        let currency = self.currency(currency_node);
        if let (Some(_), Some(currency)) = (&amount, &currency) {
            self.thousands(amount_node, currency);
        }
        Some(Money {
            amount: amount?,
            currency: currency?,
        })
    }

    fn amount(&mut self, field: &Field, node: &Node) -> Option<fixed_decimal::Decimal> {
        let yaml::Value::Scalar(scalar) = &node.value else {
            let amount = Field::new("amount", FieldKind::Number);
            self.wrong_kind(&amount, node, None);
            return None;
        };
        match kinds::number(&scalar.text) {
            Ok(number) => Some(number),
            Err(wrong) => {
                let wrong = match wrong {
                    // `200 000 USD` has a currency in it, which has a place of its own.
                    Wrong::Form(None) => {
                        let meant = kinds::meant_money(&scalar.text);
                        let only = (meant.amounts.len() == 1 && !meant.is_more)
                            .then(|| meant.amounts.into_iter().next());
                        Wrong::Form(only.flatten())
                    }
                    wrong => wrong,
                };
                self.wrong(field, node, scalar, &says::NUMBER_FORM, wrong);
                None
            }
        }
    }

    fn currency(&mut self, node: &Node) -> Option<Arc<str>> {
        let yaml::Value::Scalar(scalar) = &node.value else {
            let currency = Field::new("currency", FieldKind::Text);
            self.wrong_kind(&currency, node, None);
            return None;
        };
        let code = scalar.text.trim();
        if rihla_text::language::is_currency(code) {
            return Some(code.into());
        }
        let near = kinds::suggested_currency(code);
        let mut finding = self
            .report
            .at(&says::CURRENCY_UNKNOWN, node.span)
            .with("value", excerpt(code))
            .with_some("nearest", near.as_ref());
        if let Some(near) = near {
            finding = self.fixed(finding, node, &near);
        }
        self.report.push(finding);
        None
    }

    /// `200 000 USD` where `{amount: 200000, currency: USD}` is wanted.
    pub(super) fn money_as_text(&mut self, field: &Field, node: &Node, text: &str) {
        let meant = kinds::meant_money(text);
        let currency = meant.currency.as_deref();
        let mut finding = self
            .report
            .at(&says::MONEY_FORM, node.span)
            .with("field", &field.name);
        let written = |amount: &String| example_of_money(Some(amount), currency);
        finding = match (&meant.amounts[..], currency) {
            ([amount], Some(_)) => finding.with("suggested", written(amount)),
            ([amount, other], Some(_)) => finding
                .with("first", written(amount))
                .with("second", written(other)),
            ([amount], None) if !meant.is_more => finding.with("example", written(amount)),
            _ => {
                let currency = currency.or(meant.is_more.then_some("…"));
                finding.with("example", example_of_money(Some("…"), currency))
            }
        };
        if currency.is_some() {
            for amount in &meant.amounts {
                finding = self.fixed(finding, node, &written(amount));
            }
        }
        self.report.push(finding);
    }

    /// `1.200`: three decimals of a currency that has two.
    fn thousands(&mut self, node: &Node, currency: &str) {
        let yaml::Value::Scalar(scalar) = &node.value else {
            return;
        };
        let Some(whole) = kinds::thousands(&scalar.text) else {
            return;
        };
        if kinds::has_thousandths(currency) {
            return;
        }
        let text = scalar.text.trim();
        let finding = self
            .report
            .at(&says::MONEY_POINT, node.span)
            .with("value", excerpt(text))
            .with("whole", &whole);
        let mut finding = self.fixed(finding, node, &whole);
        if let Some(fewer) = text.strip_suffix('0') {
            finding = self.fixed(finding.with("fewer", fewer), node, fewer);
        }
        self.report.push(finding);
    }

    // ------------------------------------------------------------ images

    pub(super) fn image(
        &mut self,
        field: &Field,
        node: &Node,
        map: &yaml::Map,
        standing: Standing<'_>,
    ) -> Option<Image> {
        let texts = &*IMAGE_TEXTS;
        let mut file = None;
        let mut wrong_file = false;
        let (mut alt, mut credit, mut caption, mut focus) = (None, None, None, None);
        for (key, node) in map.iter() {
            let at = Some(key.span);
            match &*key.name {
                "file" => match &node.value {
                    yaml::Value::Null => {}
                    yaml::Value::Scalar(scalar) if scalar.text.trim().is_empty() => {}
                    yaml::Value::Scalar(scalar) => match kinds::file(&scalar.text) {
                        Ok(name) => {
                            file = Some(self.spanned(FieldValue::File(name.into()), node.span))
                        }
                        Err(wrong) => {
                            wrong_file = true;
                            self.wrong(field, node, scalar, &says::FILE_FORM, wrong);
                        }
                    },
                    _ => {
                        wrong_file = true;
                        self.wrong_kind(&Field::new("file", FieldKind::File), node, at);
                    }
                },
                "alt" => alt = self.field(&texts.alt, node, at, standing),
                "credit" => credit = self.field(&texts.credit, node, at, standing),
                "caption" => caption = self.field(&texts.caption, node, at, standing),
                "focus" => focus = self.focus(node),
                _ => {
                    // What was meant to be the file is told once.
                    wrong_file |= fields_meant(&key.name).contains(&"file");
                    self.unknown_name(key, map, || IMAGE_KEYS.into_iter());
                }
            }
        }
        let Some(file) = file else {
            let says_something = [&alt, &credit, &caption].iter().any(|part| part.is_some());
            if !wrong_file && (says_something || focus.is_some()) {
                let finding = self
                    .report
                    .at(&says::IMAGE_FILE, node.span)
                    .with("field", &field.name);
                self.report.push(finding);
            }
            return None;
        };
        Some(Image {
            file,
            alt,
            credit,
            focus,
            caption,
        })
    }

    fn focus(&mut self, node: &Node) -> Option<Focus> {
        if !has_value(&FieldKind::Text, node) {
            return None;
        }
        let mut parts: Vec<f64> = Vec::new();
        if let yaml::Value::List(nodes) = &node.value {
            for node in nodes.iter().take(5) {
                let text = match &node.value {
                    yaml::Value::Scalar(scalar) => scalar.text.trim().trim_end_matches('%'),
                    _ => "",
                };
                parts.push(text.trim().parse().unwrap_or(f64::NAN));
            }
        }
        if let [x, y] = parts.as_slice()
            && (0.0..=1.0).contains(x)
            && (0.0..=1.0).contains(y)
            && !self.report.slice(node.span).contains('%')
        {
            return Some(Focus { x: *x, y: *y });
        }
        let suggested = match parts.as_slice() {
            // Per cent.
            [x, y] if (0.0..=100.0).contains(x) && (0.0..=100.0).contains(y) => {
                Some(format!("[{}, {}]", x / 100.0, y / 100.0))
            }
            // `[0,5, 0,35]`: the decimal commas made four numbers.
            [a, b, c, d]
                if (*a == 0.0 || *a == 1.0)
                    && (*c == 0.0 || *c == 1.0)
                    && [b, d]
                        .iter()
                        .all(|part| part.fract() == 0.0 && **part >= 0.0) =>
            {
                Some(format!("[{a}.{b}, {c}.{d}]"))
            }
            _ => None,
        };
        let mut finding = self
            .report
            .at(&says::FOCUS_FORM, node.span)
            .with_some("suggested", suggested.as_ref());
        if let Some(suggested) = &suggested {
            finding = self.fixed(finding, node, suggested);
        }
        self.report.push(finding);
        None
    }
}

/// An amount as it is written, with what stands for what is not known.
fn example_of_money(amount: Option<&str>, currency: Option<&str>) -> String {
    format!(
        "{{amount: {}, currency: {}}}",
        amount.unwrap_or("200000"),
        currency.unwrap_or("MAD")
    )
}
