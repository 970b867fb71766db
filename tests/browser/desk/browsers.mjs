// Chromium and Firefox, spoken to alike.

import puppeteer from "puppeteer-core";
import { environment } from "../preview.mjs";

const NAMES = {
  chromium: {
    browser: "chrome",
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--lang=fr-FR",
      "--accept-lang=fr-FR",
    ],
  },
  firefox: {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      "intl.accept_languages": "fr-FR",
      "intl.locale.requested": "fr",
      // Nothing is asked of the network.
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "app.normandy.enabled": false,
      "services.settings.server": "",
    },
  },
};

export const names = Object.keys(NAMES);

/** A browser with a profile of its own; `prefs` are those of Firefox. */
export function launch(name, { prefs = {}, args = [] } = {}) {
  const options = NAMES[name];
  return puppeteer.launch({
    ...options,
    headless: true,
    env: environment({ LANG: "fr_FR.UTF-8", LANGUAGE: "fr" }),
    args: [...(options.args ?? []), ...args],
    extraPrefsFirefox: { ...options.extraPrefsFirefox, ...prefs },
    handleSIGINT: true,
  });
}
