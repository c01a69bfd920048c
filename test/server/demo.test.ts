/** The rehearsal: a whole cohort from the fixture, ready to practise bringing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import fixture from '../../server/demo/cohort.es.json' with { type: 'json' };
import { createdCohortAnswer } from '../../shared/api.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { STATEMENT, textAt } from '../../shared/board/texts.ts';
import { readCohort } from '../../shared/cohort/document.ts';
import { readColumns } from '../../shared/synthesis/columns.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { boardOf, follow, join, ok, type RunningApp, startRunningApp } from '../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('seats everybody, lets facilitation in and fills the boards', async () => {
  const made = ok(await app.ask('POST', '/api/rehearsal', { body: { language: 'es' } }), createdCohortAnswer);
  expect(made.cohort).toMatchObject({ rehearsal: true, name: 'Ensayo: Cohorte Marea Adentro 2026' });
  expect(made.cohort.organisations.map(({ name, letIn }) => [name, letIn])).toEqual(
    fixture.organizations.map(({ name }) => [name, true]),
  );
  const { token } = await join(app, made.links.facilitation, 'Maribel');
  const cohort = await follow(app, token, made.cohort.id);
  const { people, counts } = readCohort(cohort.doc);
  expect(people.filter(({ role }) => role === 'participant')).toHaveLength(22);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const [i, source] of fixture.organizations.entries()) {
    const organisation = made.cohort.organisations[i]?.id ?? null;
    const id = await boardOf(app, token, 'iceberg', organisation);
    const board = await follow(app, token, id);
    const found = readNotes(board.doc)
      .map((note) => [note.text, areaOf('iceberg', note.pos), !note.private, note.author && names.get(note.author)])
      .sort();
    const authors = new Map(source.people.map((person) => [person.id, person.name]));
    expect(found).toEqual(
      source.iceberg.map((note) => [note.text, note.layer, note.share, authors.get(note.author)]).sort(),
    );
    expect(Object.values(counts.get(id) ?? {}).reduce((a, b) => a + b, 0)).toBe(source.iceberg.length);
    const value = await follow(app, token, await boardOf(app, token, 'value', organisation));
    expect(textAt(value.doc, STATEMENT)?.toString()).toBe(source.valueProposition.statement);
    expect(readNotes(value.doc).map(({ text }) => text)).toEqual(
      expect.arrayContaining(source.valueProposition.beneficiaries),
    );
    board.close();
    value.close();
  }
  const group = await follow(app, token, await boardOf(app, token, 'group-iceberg'));
  expect([readNotes(group.doc).length, readColumns(group.doc).length]).toEqual([0, 6]);
  cohort.close();
  group.close();
});

it('gives a seated person the seat back', async () => {
  const made = ok(await app.ask('POST', '/api/rehearsal', { body: {} }), createdCohortAnswer);
  const [organisation] = made.cohort.organisations;
  const joined = await join(app, made.code, 'milagros tirado cintron', organisation?.id ?? null);
  expect(joined).toMatchObject({ returning: true, person: { name: 'Milagros Tirado Cintrón' } });
});
