// Lighthouse looks at three pages of the mission's site as a telephone of small means would, and
// prints its scores. Those of speed depend on the machine and are printed alone; what it finds of
// accessibility does not, and must be nothing.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import lighthouse from "lighthouse";
import { mission } from "./site.mjs";

const PATHS = [
  "/fr/",
  "/en/news/2017/iom-morocco-and-caritas-in-morocco-agree-to-coordinate-their-work/",
  "/fr/programmes/sante-et-protection-des-personnes-migrantes-vulnerables/",
];
const KINDS = ["performance", "accessibility", "best-practices", "seo"];

/** A browser that Lighthouse steers through a port; what ends it. */
async function chromium() {
  const profile = await mkdtemp(join(tmpdir(), "rihla-lighthouse-"));
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const child = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", options, { stdio: ["ignore", "ignore", "pipe"] });
  const end = async () => {
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for await (const line of createInterface({ input: child.stderr })) {
    const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port) {
      child.stderr.resume();
      return { port: Number(port), end };
    }
  }
  await end();
  throw new Error("Chromium does not start");
}

const site = await mission(null);
const chrome = await chromium();
let wrong = 0;
try {
  for (const path of PATHS) {
    const { lhr } = await lighthouse(site.origin + path, {
      port: chrome.port,
      onlyCategories: KINDS,
      output: "json",
      logLevel: "error",
    });
    const scores = KINDS.map((kind) => [kind, Math.round(lhr.categories[kind].score * 100)]);
    console.log(`${path}\n  ${scores.map(([kind, score]) => `${kind} ${score}`).join(", ")}`);
    for (const [kind, score] of scores) {
      if (score === 100) continue;
      for (const { id } of lhr.categories[kind].auditRefs) {
        const audit = lhr.audits[id];
        if (audit.score !== null && audit.score < 1) console.log(`  ${kind}: ${audit.title} ${audit.displayValue ?? ""}`);
      }
    }
    if (lhr.categories.accessibility.score < 1) wrong += 1;
  }
} finally {
  await chrome.end();
  await site.end();
}
if (wrong) {
  console.error(`${wrong} pages where Lighthouse finds obstacles`);
  process.exit(1);
}
