import * as app from './app.mjs';
import { execSync } from 'node:child_process';
const host = await app.host(); const browser = await app.launch();
const only = process.argv[2];
const list = {
  browse: '#/referentiel', champ: '#/referentiel?par=champ', search: '#/referentiel?q=donnees',
  criterion: `#/referentiel/acces.egalite.reperer`, sources: '#/referentiel?voir=sources', lexique: '#/referentiel?voir=lexique',
  imprimer: '#/referentiel?voir=imprimer', verifier: '#/referentiel?voir=verifier', essentiel: '#/referentiel?voir=imprimer&feuille=essentiel',
  questions: '#/referentiel?voir=imprimer&feuille=questions', affiche: '#/referentiel?voir=imprimer&feuille=affiche', version: '#/referentiel?voir=version',
};
for (const [w, h, scheme] of [[1280, 800, 'light'], [360, 740, 'dark']]) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: w, height: h }, colorScheme: scheme });
  for (const [name, hash] of Object.entries(list)) {
    if (only && !only.split(',').includes(name)) continue;
    const page = await app.open(context, host.url + hash);
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/refshots/${name}-${w}.png`, fullPage: true });
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    console.log(name, w, nodes, wide, page.faults.join('|').slice(0, 300));
    if (w === 1280 && ['essentiel', 'questions', 'affiche'].includes(name)) {
      await page.pdf({ path: `/tmp/refshots/${name}.pdf`, preferCSSPageSize: true, printBackground: true });
      console.log(execSync(`pdfinfo /tmp/refshots/${name}.pdf | grep Pages`).toString().trim());
      execSync(`pdftoppm -r 60 -png /tmp/refshots/${name}.pdf /tmp/refshots/${name}-pdf`);
    }
    await page.close();
  }
}
await browser.close(); await host.close();
