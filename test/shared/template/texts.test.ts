import { describe, expect, test } from 'vitest';
import { newPhase, phaseTexts } from '../../../shared/cohort/agenda.ts';
import { areasOf, LAYER_IDS, TAG_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import {
  areaTitle,
  icebergTexts,
  layerTexts,
  risingTexts,
  statementTexts,
  tagLabel,
  valueTexts,
  waterlineTexts,
  zoneTexts,
} from '../../../shared/template/texts.ts';

describe.each(['es', 'en'] as const)('template texts in %s', (language) => {
  test('every layer has three questions, starters, a hint and an example', () => {
    for (const [index, layer] of LAYER_IDS.entries()) {
      const { order, title, tagline, questions, starters, hint, example } = layerTexts(layer, language);
      expect(order).toBe(index + 1);
      expect(questions).toHaveLength(3);
      expect(starters.length).toBeGreaterThan(1);
      for (const text of [title, tagline, hint, example, ...questions, ...starters]) expect(text).not.toBe('');
    }
  });

  test('every zone has a question and starters', () => {
    for (const [index, zone] of ZONE_IDS.entries()) {
      const { order, title, question, hints, starters } = zoneTexts(zone, language);
      expect(order).toBe(index + 1);
      for (const text of [title, question, ...hints, ...starters]) expect(text).not.toBe('');
    }
  });

  test('names are filled in and no placeholder is left', () => {
    for (const { title } of [
      icebergTexts(language, { org: 'Techos de Yagrumo' }),
      icebergTexts(language, { cohort: 'Techos de Yagrumo' }),
      valueTexts(language, { org: 'Techos de Yagrumo' }),
    ]) {
      expect(title).toContain('Techos de Yagrumo');
      expect(title).not.toContain('{');
    }
    expect(statementTexts(language, { org: 'Techos' }).frame).not.toContain('{');
  });

  test('a name that looks like a pattern is taken literally', () => {
    expect(icebergTexts(language, { org: '$& {org}' }).title).toContain('$& {org}');
  });

  test('what goes up again and the waterline have their words', () => {
    for (const text of Object.values({ ...risingTexts(language), ...waterlineTexts(language) })) {
      expect(text).not.toBe('');
      expect(text).not.toContain('{');
    }
  });

  test('titles and tags differ from each other', () => {
    const titles = [...areasOf('iceberg'), ...areasOf('value')].map((area) => areaTitle(area, language));
    expect(new Set(titles).size).toBe(9);
    expect(new Set(TAG_IDS.map((tag) => tagLabel(tag, language))).size).toBe(3);
  });
});

test('the layers are called as the community of practice calls them', () => {
  expect(LAYER_IDS.map((layer) => layerTexts(layer, 'es').title)).toEqual([
    'Resultados visibles',
    'Hábitos y patrones',
    'Sistemas y estructuras',
    'Creencias e historias',
  ]);
});

test('what is only for trying is said to go, not to be unsaved: the bar over it says «Guardado»', () => {
  expect(zoneTexts('practice', 'es').hints.join()).toContain('después se borra');
  expect(zoneTexts('practice', 'es').hints.join()).not.toContain('guarda');
});

test('facilitation promises the minutes for when there are some: once the call is closed', () => {
  expect(phaseTexts(newPhase('close'), 'es').say).toMatch(/^Al terminar la sesión, cada equipo descarga el acta/);
});
