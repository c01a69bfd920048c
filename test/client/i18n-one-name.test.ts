/** One word says one thing, and one thing has one name, on every screen. Spanish; English says the same by its keys. */
import { describe, expect, it } from 'vitest';
import * as door from '../../client/i18n/es/door.ts';
import * as first from '../../client/i18n/es/first.ts';
import * as later from '../../client/i18n/es/later/all.ts';
import * as practice from '../../client/i18n/es/practice.ts';
import { joined } from '../../client/i18n/lookup.ts';
import { loadTexts, textIn } from '../../client/i18n/text.ts';
import type { TextTree } from '../../client/i18n/words.ts';
import { icebergTexts, valueTexts } from '../../shared/template/texts.ts';
import { kindTitle } from '../../shared/template/titles.ts';

await loadTexts('en');

const textsIn = (tree: TextTree, before = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([part, value]): [string, string][] =>
    typeof value === 'string' ? [[before + part, value]] : textsIn(value, `${before}${part}.`),
  );
const texts = textsIn(joined(joined(joined({ ...first }, { ...door }), { ...practice }), { ...later }));

it('«grupal» is the group iceberg, and nothing else', () => {
  const others = texts.filter(
    ([key, text]) =>
      key !== 'pages.board.groupShort' && /grupal/i.test(text.replace(/\b(icebergs?|el|al|del) grupal(es)?\b/gi, '')),
  );
  expect(others).toEqual([]);
});

/** What says where something is saved, in the words of the badge. */
const isAboutSaving = (key: string): boolean => key.startsWith('sync.') || key.endsWith('.expired');

it('an «equipo» is a team, and the device only where it is said what is saved', () => {
  const device = /(en el|en este|envía este|si este|cualquier|no tiene) equipo/i;
  expect(texts.filter(([key, text]) => device.test(text) && !isAboutSaving(key))).toEqual([]);
  expect(textIn('es', 'sync.here')).toBe('En este equipo');
});

/** What a thing is called, what it was called as well, and the texts where that word means something else. */
it.each([
  ['la sesión', /llamada/i, ['panel.groups.copied']],
  ['la cohorte', /(donde está|en|por) el grupo\b/i, []],
  ['la sesión terminó', /sesión (está )?cerrada|cerrar sesión/i, []],
  ['retroalimentación', /tableros? de pares|^pares$/i, []],
  ['el nombre de un tema', /título del tema|cambiar título/i, []],
  ['escoger', /\bel(egir|egid|ij|ige|igier)|seleccionar|seleccionado/i, []],
  ['el celular', /teléfono/i, []],
] as const)('says %s everywhere', (_name, other, elsewhere) => {
  const keys = texts.flatMap(([key, text]) => (other.test(text) ? [key] : []));
  expect(keys).toEqual(elsewhere);
});

describe.each(['es', 'en'] as const)('a board has one name (%s)', (language) => {
  const named = { org: 'Ríos que Hablan', cohort: 'Marea Adentro' };
  it.each([
    ['pages.board.iceberg', icebergTexts(language, { org: named.org }).title],
    ['pages.board.groupShort', icebergTexts(language, { cohort: named.cohort }).title],
    ['pages.board.valueShort', valueTexts(language, { org: named.org }).title],
    ['pages.board.practiceShort', kindTitle('practice', language)],
    ['pages.board.selfShort', kindTitle('self-assessment', language)],
    ['pages.board.growthShort', kindTitle('growth', language)],
    ['pages.board.feedbackShort', kindTitle('feedback', language, named.org)],
    ['pages.board.closingShort', kindTitle('closing', language)],
    ['pages.board.panelShort', kindTitle('panel', language)],
    ['peers.closing.files.self-assessment', kindTitle('self-assessment', language)],
    ['peers.closing.files.growth', kindTitle('growth', language)],
    ['peers.closing.files.feedback', kindTitle('feedback', language, named.org)],
    ['panel.title', kindTitle('panel', language)],
  ] as const)('%s', (key, title) => {
    expect(title.toLowerCase()).toContain(textIn(language, key).toLowerCase());
  });
});
