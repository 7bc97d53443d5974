/* Opens a page in Debian's Firefox and prints what it found, as JSON. */
import puppeteer from "puppeteer-core";

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  headless: true,
});
try {
  const page = await browser.newPage();
  await page.goto(process.argv[3]);
  console.log(await page.evaluate("JSON.stringify(found)"));
} finally {
  await browser.close();
}
