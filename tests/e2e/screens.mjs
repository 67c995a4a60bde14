// Every screen of the app and how one comes to it, empty, full, and with the longest dossiers: what the tests of
// accessibility walk through. It checks nothing itself.
import * as app from './app.mjs';
import { zip } from './zip.mjs';

const QUESTIONS = app.essential();
/** A document on the screen is as long as its paper. */
const DOCUMENT = 2_500;

const NAME = 'Collège Ada-Lovelace';
const full = app.dossier({
  answers: app.everyAnswer((c, i) => (i === 4 ? { level: null, status: 'unknown', check: { who: 'Mme Diallo', by: '2026-12-04' } } : { level: i % 4, dissent: i === 1 ? 'Deux collègues disent « à engager ».' : undefined })),
  campaign: { participants: { direction: 1, enseignants: 4, parents: 2, eleves: 2 } },
});
const long = { ...full, id: 'long', plan: app.FRAMEWORK.actions.slice(0, 30).map((action) => ({
  id: action.id.replaceAll('.', '-'), action: action.id, criterion: action.criterion, to: action.to, thematique: action.id.split('.')[0],
  axis: action.axis, title: action.title, how: action.steps, leads: action.leads, involved: action.involved, period: action.period,
  horizon: action.horizon, indicators: action.indicators, success: action.success_factors, state: 'todo', sequence: 1,
})) };
const empty = app.dossier({ id: 'vide' });

/** The full dossier with actions decided from the pistes, and one put off. */
async function decide(page) {
  await app.go(page, '#/plan');
  for (let n = 1; n <= 3; n += 1) {
    await page.getByRole('button', { name: 'Décider :' }).first().click();
    await page.getByRole('link', { name: 'Modifier :' }).nth(n - 1).waitFor();
  }
  await page.getByRole('button', { name: 'Pas maintenant :' }).first().click();
  await page.getByText('Pas maintenant (1 piste)').waitFor();
  await app.saved(page);
}

async function opened(page, dossier) {
  await app.go(page, '#/donnees');
  await app.openDossier(page, dossier);
}

/** Goes to a screen and waits for its title. */
export async function screen(page, address, title) {
  await app.go(page, address);
  await app.at(page, title);
}

const withFull = (address, title, then = async () => {}) => async (page) => {
  await opened(page, full);
  await screen(page, address, title);
  await then(page);
};
/** Every question of the référentiel, asked twice. */
const asked = app.FRAMEWORK.criteria.filter((c) => !c.applies_to?.length || c.applies_to.includes('college'));
const twice = (shift) => Object.fromEntries(asked.map((c, i) => [c.id, i % 9 === 4
  ? { level: null, status: 'unknown', check: { who: 'Mme Diallo', by: '2020-12-04' } } : { level: (i * 7 + shift) % 4 }]));
const point = { id: 'printemps', name: 'Point d’étape de mars 2026', date: '2026-03-12', scope: 'complete', participants: {} };
const two = { ...full, id: 'deux', campaigns: [
  { ...point, answers: twice(0) },
  { ...point, id: 'hiver', name: 'Point d’étape de novembre 2026', date: '2026-11-12', answers: twice(1) },
] };
const withTwo = (address, title) => async (page) => {
  await opened(page, two);
  await screen(page, address, title);
};
const withEmpty = (address, title, then = async () => {}) => async (page) => {
  await opened(page, empty);
  await screen(page, address, title);
  await then(page);
};
const alone = (address, title, then = async () => {}) => async (page) => {
  await screen(page, address, title);
  await then(page);
};
/** A thousand schools, of every kind, in sixty communes, two years. */
const THOUSAND = zip(Array.from({ length: 1000 }, (_, n) => {
  const types = [['elementaire'], ['college'], ['lycee_gt'], ['lycee_pro']][n % 4];
  const step = (id, date, shift) => ({ id, date, scope: 'essential', participants: {}, answers: app.everyAnswer((c, i) => ({ level: (n * 7 + i * 3 + shift) % 4 }), types) });
  return [`e${n}.paliers.json`, JSON.stringify({ ...app.dossier(), id: `e${n}`, school: { types, commune: `Commune ${n % 60}` }, campaigns: [step('a', '2025-11-12', 0), step('b', '2026-11-12', 1)] })];
}));
const REFERENCE = 'Les questions et leurs paliers – Paliers';

/** A meeting of twelve, on the whole référentiel, half-way. */
const met = { ...full, id: 'reunie', campaigns: [{ ...full.campaigns[0], scope: 'complete', answers: twice(0) }], meetings: [{
  id: 'm', date: '2026-11-12', campaign: 'automne', started: '2026-11-12T16:00:00Z', sheets: 12,
  present: { direction: 1, enseignants: 4, parents: 4, eleves: 3 },
  opinions: Object.fromEntries(asked.map((c, i) => [c.id, i % 3 ? { 1: 5, 2: 4, roles: { eleves: { 1: 2, 2: 1 } } }
    : { 0: 3, 1: 2, 3: 3, unknown: 2, roles: { eleves: { 0: 1, 2: 1, not_applicable: 1 } } }])),
  adopted: [asked[1].id], discussed: [asked[0].id], next: '2027-01-14', sequence: 1, workshop: 'dit',
}], workshops: [{ id: 'dit', title: 'Réunion', cards: Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, kind: 'works', text: `Cela marche ${i}` })) }] };
const decideOne = (page) => page.getByRole('button', { name: 'Décider :' }).first().click();
const MEETING_STEPS = {
  '': ['Décider ensemble'], preparer: ['Préparer la réunion'], feuilles: ['Compter les feuilles'], machine: ['Passez l’ordinateur', async (page) => {
    await page.getByRole('button', { name: 'Je commence' }).click();
    await app.at(page, asked[0].question);
  }],
  cadre: ['Nous disons ensemble'], regles: ['Comment nous répondons'], marche: ['Chacun dit une chose qui marche'],
  accord: ['Là où nous sommes d’accord'], avis: ['', async (page) => {
    await page.getByRole('button', { name: 'À vérifier : qui, quand' }).click();
    await page.getByRole('button', { name: 'Noter le désaccord' }).click();
    await page.getByText('Pour trancher').click();
    await page.getByText('Toutes les étapes').click();
  }],
  regard: ['Ce qui marche'], priorites: ['Trois pastilles chacun'], actions: ['Trois actions', decideOne], demandes: ['Ce que nous demandons'],
  cloture: ['Pour finir'], relecture: ['Relecture croisée'],
};

/** The title of the sous-thématique of a question. */
const partOf = (criterion) => app.FRAMEWORK.thematiques.flatMap((t) => t.sub_themes).find((s) => s.id === criterion.sub_theme).title;

/** Each screen by name: how a person comes to it, the title of the tab, and the most nodes it may have when it is a document. */
export const SCREENS = {
  'accueil, first visit': [alone('#/', 'Quarante minutes'), 'Accueil – Paliers'],
  'accueil, with dossiers': [withFull('#/', 'Quarante minutes'), `Accueil – ${NAME} – Paliers`],
  école: [withEmpty('#/ecole', 'Votre école', (page) => page.getByText('Qui participe').click()), `Votre école ou établissement – ${NAME} – Paliers`],
  'question open': [withEmpty(app.addressOf(QUESTIONS[3]), '', (page) => app.question(page, QUESTIONS[3]).waitFor()), `${partOf(QUESTIONS[3])} – Questions – ${NAME} – Paliers`],
  'question with « À vérifier », signs and notes': [withEmpty(app.addressOf(QUESTIONS[3]), '', async (page) => {
    await app.question(page, QUESTIONS[3]).getByRole('radio', { name: 'À vérifier' }).click();
    await page.getByText('À quoi le voit-on ?').click();
    await page.getByText('Ajouter une note').click();
    await page.getByLabel('Un avis différent, à garder').waitFor();
  }), `${partOf(QUESTIONS[3])} – Questions – ${NAME} – Paliers`],
  'bilan, empty': [withEmpty('#/bilan', 'Bilan'), `Bilan – ${NAME} – Paliers`],
  'bilan, full': [withFull('#/bilan', 'Bilan', async (page) => {
    await page.getByText('ce qui manque pour le palier').first().click();
  }), `Bilan – ${NAME} – Paliers`],
  'bilan, explained and with its documents': [withFull('#/bilan', 'Bilan', async (page) => {
    await page.getByText('d’où vient ce palier ?').first().click();
    await page.getByText('Dire quelles réponses reposent').click();
    await page.getByRole('checkbox').first().waitFor();
  }), `Bilan – ${NAME} – Paliers`],
  'bilan of the whole référentiel, explained and with its documents': [async (page) => {
    await withTwo('#/bilan', 'Bilan')(page);
    await page.getByText('d’où vient ce palier ?').first().click();
    await page.getByText('Dire quelles réponses reposent').click();
    await page.getByRole('checkbox').first().waitFor();
    await page.getByText('ce qui manque pour le palier').first().click();
  }, `Bilan – ${NAME} – Paliers`],
  'bilan, evolution': [withTwo('#/bilan?voir=evolution', 'Bilan : l’évolution'), `Bilan – ${NAME} – Paliers`],
  'bilan, evolution of one point d’étape': [withFull('#/bilan?voir=evolution', 'Bilan : l’évolution'), `Bilan – ${NAME} – Paliers`],
  'bilan, every answer': [withTwo('#/bilan?voir=reponses', 'Bilan : toutes les réponses'), `Bilan – ${NAME} – Paliers`],
  'bilan by champ': [withTwo('#/bilan?par=champ', 'Bilan : résultats par champ d’action'), `Bilan – ${NAME} – Paliers`],
  'bilan by SELFIE': [withTwo('#/bilan?par=selfie', 'Bilan : résultats par domaine de SELFIE'), `Bilan – ${NAME} – Paliers`],
  objectifs: [withTwo('#/objectifs?thematique=enseigner', 'Objectifs'), `Objectifs – ${NAME} – Paliers`],
  'plan, empty': [withEmpty('#/plan', 'Plan d’action'), `Plan d’action – ${NAME} – Paliers`],
  'plan, full': [withFull('#/plan', 'Plan d’action', decide), `Plan d’action – ${NAME} – Paliers`],
  'plan, 30 actions': [async (page) => {
    await opened(page, long);
    await screen(page, '#/plan', 'Plan d’action');
    await page.getByRole('link', { name: 'Modifier :' }).nth(11).waitFor();
  }, `Plan d’action – ${NAME} – Paliers`],
  'rapport, 30 actions': [async (page) => {
    await opened(page, long);
    await screen(page, '#/rapport', 'Rapport');
  }, `Rapport – ${NAME} – Paliers`, DOCUMENT],
  'plan, followed, 30 actions': [async (page) => {
    await opened(page, { ...long, plan: long.plan.map((item, i) => (i < 8 ? { ...item, due: `2026-0${i + 1}-10` } : item)) });
    await screen(page, '#/plan?vue=suivi', 'Plan d’action');
    await page.getByRole('link', { name: 'Modifier :' }).nth(19).waitFor();
  }, `Plan d’action – ${NAME} – Paliers`],
  'plan, calendar of 30 actions': [async (page) => {
    await opened(page, long);
    await screen(page, '#/plan?vue=calendrier', 'Plan d’action');
    await page.getByRole('table', { name: 'Calendrier du plan' }).waitFor();
  }, `Plan d’action – ${NAME} – Paliers`],
  'plan, what is asked of others': [withFull('#/plan?vue=demandes', 'Plan d’action', (page) =>
    page.getByRole('link', { name: /^Préparer la lettre/ }).first().waitFor()), `Plan d’action – ${NAME} – Paliers`],
  'a letter': [withFull('#/plan?vue=demandes&lettre=collectivite', 'Lettre au Département', (page) =>
    page.getByText('Madame, Monsieur,', { exact: true }).waitFor()), `Lettre – ${NAME} – Paliers`, DOCUMENT],
  'the tables of a workshop': [async (page) => {
    const cards = [{ id: 'c', kind: 'stuck', text: 'Le débit manque' }, { id: 'd', kind: 'works', text: 'L’entraide' }];
    const workshop = { id: 'w', title: 'Atelier', cards, needs: [{ id: 'n', text: 'Un débit suffisant', answers: ['c'] }] };
    await opened(page, { ...full, id: 'tableaux', workshops: [workshop] });
    await screen(page, '#/ateliers?vue=tableaux&atelier=w', 'Tableaux de l’atelier');
    await page.getByRole('table', { name: 'Diagnostic des points forts et irritants' }).waitFor();
  }, `Tableaux de l’atelier – ${NAME} – Paliers`, DOCUMENT],
  'plan, indicators': [async (page) => {
    const indicators = app.FRAMEWORK.indicators.slice(0, 20).map(({ id, title, unit }, i) => (
      { id: `i${i}`, indicator: id, title, unit, start: '40', target: '80', values: [{ date: '2026-11-12', value: '55,5' }] }));
    await opened(page, { ...full, indicators });
    await screen(page, '#/plan?vue=indicateurs', 'Indicateurs');
  }, `Indicateurs – ${NAME} – Paliers`],
  'plan, one indicator': [async (page) => {
    const [{ id, title, unit }] = app.FRAMEWORK.indicators.filter((i) => i.references?.length);
    await opened(page, { ...full, indicators: [{ id: 'i', indicator: id, title, unit, values: [{ date: '2026-11-12', value: '55' }] }] });
    await screen(page, '#/plan?vue=indicateurs&ligne=i', 'Modifier l’indicateur');
  }, `Indicateurs – ${NAME} – Paliers`],
  'plan, directory': [async (page) => {
    const actors = Array.from({ length: 15 }, (_, i) => ({ id: `a${i}`, role: `Fonction ${i}`, purpose: 'Une panne', contact: '02 00 00 00 00' }));
    await opened(page, { ...full, actors });
    await screen(page, '#/plan?vue=annuaire', 'Qui appeler pour quoi');
    await page.getByText('Un nom ou un contact').first().click();
  }, `Qui appeler – ${NAME} – Paliers`],
  ...Object.fromEntries([[1, 'Retour d’expérience'], [2, 'Projections'], [3, 'Plan d’action']].map(([time, title]) => [
    `atelier, 30 irritants and 40 actions, time ${time}`, [async (page) => {
      const stuck = Array.from({ length: 30 }, (_, i) => ({ id: `c${i}`, kind: 'stuck', text: `Ce point coince ${i}` }));
      const works = Array.from({ length: 20 }, (_, i) => ({ id: `w${i}`, kind: 'works', text: `Cela marche ${i}` }));
      const needs = stuck.map(({ id }, i) => ({ id: `n${i}`, text: `Un besoin ${i}`, answers: [id] }));
      const axes = needs.map(({ id }, i) => ({ id: `x${i}`, text: `Un axe ${i}`, thematique: 'acces', answers: [id] }));
      const plan = Array.from({ length: 40 }, (_, i) => ({ ...long.plan[i % 30], id: `p${i}`, origin: { kind: 'irritant', ref: `w.x${i % 30}` } }));
      await opened(page, { ...full, id: 'atelier', plan, workshops: [{ id: 'w', title: 'Atelier', cards: [...stuck, ...works], needs, axes }] });
      await screen(page, `#/ateliers?atelier=w&temps=${time}&n=2`, title);
    }, `Ateliers – ${NAME} – Paliers`]])),
  ...Object.fromEntries(Object.entries(MEETING_STEPS).map(([step, [title, then = async () => {}]]) => [
    `réunion, ${step || 'welcome'}`, [async (page) => {
      await opened(page, met);
      await screen(page, step ? `#/reunion?voir=${step}` : '#/reunion', title);
      await then(page);
    }, `Réunion – ${NAME} – Paliers`]])),
  'rapport, with its meeting': [async (page) => {
    await opened(page, met);
    await screen(page, '#/rapport', 'Rapport');
    await page.getByRole('heading', { name: 'Relevé de décisions' }).waitFor();
  }, `Rapport – ${NAME} – Paliers`, DOCUMENT],
  'ateliers': [withFull('#/ateliers', 'Ateliers'), `Ateliers – ${NAME} – Paliers`],
  'documents to adapt, twenty begun': [async (page) => {
    await opened(page, { ...full, papers: Array.from({ length: 20 }, (_, i) => ({ id: `d${i}`, model: ['phare', 'pret', 'charte'][i % 3] })) });
    await screen(page, '#/documents', 'Documents à adapter');
  }, `Documents à adapter – ${NAME} – Paliers`],
  ...Object.fromEntries(['phare', 'pret', 'charte', 'familles', 'incident', 'mission'].flatMap((model) => [['', 'written'], ['papier', 'read']].map(([voir, how]) => [
    `document ${model}, ${how}`, [async (page) => {
      await opened(page, { ...full, papers: [{ id: 'd', model }] });
      await app.go(page, `#/documents?papier=d&voir=${voir}`);
      await page.getByRole('navigation', { name: 'Vues du document' }).waitFor();
      if (!voir) await page.getByText('À faire relire par…').click();
    }, `Documents à adapter – ${NAME} – Paliers`]]))),
  ...Object.fromEntries(['roles', 'contacts', 'exercices', 'papier'].map((voir) => [`continuity plan, ${voir}`, [async (page) => {
    const drills = Array.from({ length: 12 }, (_, i) => ({ id: `e${i}`, date: '2026-11-12', done: true, tried: `Essai ${i}`, worked: 'Tout', mend: 'Un numéro' }));
    await opened(page, { ...full, papers: [{ id: 'd', model: 'continuite', drills }] });
    await app.go(page, `#/documents?papier=d&voir=${voir}`);
    await page.getByRole('navigation', { name: 'Vues du document' }).waitFor();
  }, `Documents à adapter – ${NAME} – Paliers`]])),
  'all the pistes': [withFull('#/plan?pistes=toutes', 'Plan d’action'), `Plan d’action – ${NAME} – Paliers`],
  'one action': [withFull('#/plan', 'Plan d’action', async (page) => {
    await decide(page);
    await page.getByRole('link', { name: 'Modifier :' }).first().click();
    await app.at(page, 'Modifier l’action');
    await page.getByLabel('État').selectOption({ label: 'En attente de…' });
    await page.getByRole('button', { name: 'Cocher ces étapes une à une' }).click();
    await page.getByText('Effort et moyens').click();
  }), `Plan d’action – ${NAME} – Paliers`],
  'one action, done': [withFull('#/plan', 'Plan d’action', async (page) => {
    await decide(page);
    await page.getByRole('link', { name: 'Modifier :' }).first().click();
    await app.at(page, 'Modifier l’action');
    await page.getByLabel('État').selectOption({ label: 'Fait' });
    await page.getByText('C’est fait.').waitFor();
  }), `Plan d’action – ${NAME} – Paliers`],
  'rapport, empty': [withEmpty('#/rapport', 'Rapport'), `Rapport – ${NAME} – Paliers`, DOCUMENT],
  'rapport, full': [withFull('#/plan', 'Plan d’action', async (page) => {
    await decide(page);
    await screen(page, '#/rapport', 'Rapport');
  }), `Rapport – ${NAME} – Paliers`, DOCUMENT],
  données: [withFull('#/donnees', 'Mes dossiers'), `Mes dossiers – ${NAME} – Paliers`],
  'données, preview of a known dossier': [withFull('#/donnees', 'Mes dossiers', async (page) => {
    await app.choose(page, { ...full, school: { ...full.school, commune: 'Ailleurs' } });
    await page.getByRole('button', { name: 'Ajouter ces réponses' }).waitFor();
  }), `Mes dossiers – ${NAME} – Paliers`],
  'données, refused file': [withFull('#/donnees', 'Mes dossiers', async (page) => {
    await app.choose(page, 'Bonjour');
    await page.getByRole('alert').waitFor();
  }), `Mes dossiers – ${NAME} – Paliers`],
  'another référentiel': [async (page) => {
    await opened(page, { ...full, framework: { id: 'autre', version: '1.0.0' } });
    await screen(page, '#/bilan', 'Ce dossier parle d’un autre référentiel');
  }, `Bilan – ${NAME} – Paliers`],
  'référentiel, by thématique': [alone('#/referentiel', 'Les questions'), REFERENCE],
  'référentiel, by champ, with facts': [alone('#/referentiel?par=champ&groupe=pratiques', 'Les questions', async (page) => {
    await page.getByText('Ses quatre paliers').first().click();
  }), REFERENCE],
  'référentiel, by SELFIE area': [alone('#/referentiel?par=selfie', 'Les questions'), REFERENCE],
  'référentiel, search': [alone('#/referentiel?q=les', 'Les questions'), REFERENCE],
  'référentiel, one question': [withEmpty(`#/referentiel/${QUESTIONS[3].id}`, QUESTIONS[3].title, async (page) => {
    await page.getByText('De « bases posées » à « partagé »').click();
  }), `Les questions et leurs paliers – ${NAME} – Paliers`],
  'référentiel, sources': [alone('#/referentiel?voir=sources', 'Les sources'), REFERENCE],
  'référentiel, lexique': [alone('#/referentiel?voir=lexique', 'Lexique'), REFERENCE],
  'référentiel, what to print': [alone('#/referentiel?voir=imprimer', 'Imprimer'), REFERENCE],
  'référentiel, essential sheet': [alone('#/referentiel?voir=imprimer&feuille=essentiel', 'Imprimer'), REFERENCE, DOCUMENT],
  'référentiel, every question': [alone('#/referentiel?voir=imprimer&feuille=questions', 'Imprimer'), REFERENCE, DOCUMENT],
  'référentiel, poster': [alone('#/referentiel?voir=imprimer&feuille=affiche', 'Imprimer'), REFERENCE, DOCUMENT],
  'référentiel, a file with faults': [alone('#/referentiel?voir=verifier', 'Vérifier un référentiel', async (page) => {
    const file = { ...app.FRAMEWORK, actions: app.FRAMEWORK.actions.map((action) => ({ ...action, leads: [] })) };
    await page.getByLabel('Choisir un référentiel à vérifier')
      .setInputFiles({ name: 'essai.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await page.getByText('Page 1 sur').waitFor();
  }), REFERENCE],
  'référentiel, kept of an earlier version': [async (page) => {
    await opened(page, { ...full, campaigns: full.campaigns.map((c) => ({ ...c, answers: { ...c.answers, 'acces.egalite.disparue': { level: 1 } } })) });
    await screen(page, '#/referentiel?voir=version', 'Une version plus récente');
    await page.getByText('acces.egalite.disparue').waitFor();
  }, `Les questions et leurs paliers – ${NAME} – Paliers`],
  'fichier pour l’animateur': [withFull('#/donnees?voir=animateur', 'Fichier pour l’animateur', async (page) => {
    await page.getByText('Lire le fichier, mot pour mot').click();
    await page.getByText('Les lignes à taper').click();
    await page.getByRole('table', { name: 'Réponses à taper' }).waitFor();
  }), `Mes dossiers – ${NAME} – Paliers`],
  ...Object.fromEntries([
    ['fichiers', '', 'Plusieurs écoles'], ['besoins', '?voir=besoins', 'Plusieurs écoles : ce que'], ['paliers', '?voir=paliers', 'Plusieurs écoles : les paliers'],
    ['paliers d’un type', '?voir=paliers&type=college', 'Plusieurs écoles : les paliers'], ['pistes', '?voir=pistes', 'Plusieurs écoles : les pistes'],
    ['demandes', '?voir=demandes', 'Plusieurs écoles : ce que nous demandons'], ['années', '?voir=annees', 'Plusieurs écoles : d’une'],
    ['écoles', '?voir=ecoles', 'Plusieurs écoles : école', (page) => page.getByRole('button', { name: 'Montrer le tableau' }).click()],
    ['documents', '?voir=exporter', 'Plusieurs écoles : les documents'],
    ['à la main', '?voir=a-la-main', 'Plusieurs écoles : taper', (page) => page.getByLabel('Collège').check()],
  ].map(([name, address, title, then = async () => {}]) => [`plusieurs écoles, ${name}`, [async (page) => {
    await screen(page, '#/groupe', 'Plusieurs écoles');
    await page.getByLabel('Déposer ou choisir les fichiers').setInputFiles({ name: 'e.zip', mimeType: 'application/zip', buffer: THOUSAND });
    await page.getByText('1000 fichiers sont entrés').waitFor();
    await screen(page, `#/groupe${address}`, title);
    await then(page);
  }, 'Plusieurs écoles – Paliers']])),
  aide: [alone('#/aide', 'Aide'), 'Aide – Paliers'],
  animer: [alone('#/animer', 'Animer une réunion'), 'Animer une réunion – Paliers'],
  accessibilité: [alone('#/accessibilite', 'Accessibilité'), 'Accessibilité – Paliers'],
  'mentions légales': [alone('#/mentions-legales', 'Mentions légales'), 'Mentions légales – Paliers'],
  'données personnelles': [alone('#/donnees-personnelles', 'Données personnelles'), 'Données personnelles – Paliers'],
  'plan du site': [alone('#/plan-du-site', 'Plan du site'), 'Plan du site – Paliers'],
  'unknown address': [alone('#/nulle-part', 'Cette adresse ne mène'), 'Adresse inconnue – Paliers'],
  'no dossier': [alone('#/bilan', 'Aucun dossier n’est ouvert'), 'Bilan – Paliers'],
  'another école, the example': [async (page) => { await app.tryExample(page); }, 'Bilan – École des Trois-Chênes (exemple) – Paliers'],
};
