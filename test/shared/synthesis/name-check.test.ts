import { describe, expect, test } from 'vitest';
import fixture from '../../../server/demo/cohort.es.json' with { type: 'json' };
import { type KnownNames, namedIn, nameSense } from '../../../shared/synthesis/name-check.ts';

const known: KnownNames = {
  people: ['Wilfredo Sepúlveda', 'Mariela Cruz', 'Luz Rosa Rivera'],
  organisations: ['Casa Milagros', 'Taller Alborada'],
};
const named = (text: string, names = known): string | null => namedIn(text, nameSense(names));

describe('a note that names somebody', () => {
  test.each([
    ['Hablé con Wilfredo ayer', 'Wilfredo'],
    ['wilfredo no pudo', null],
    ['WIL trabajó', null],
    ['Wil trabajó 9 sábados', 'Wil'],
    ['La señora Sepulveda llamó', 'Sepulveda'],
    ['Si no lo hace Xiomara no se hace', 'Xiomara'],
    ['Nadie la va a cuidar como Lourdes', 'Lourdes'],
    ['Carmen firma todo', 'Carmen'],
    ['Le pedimos a Ángel que espere', 'Ángel'],
    ['El caso de Jennifer sigue abierto', 'Jennifer'],
    ['Everything waits for Kevin', 'Kevin'],
  ])('%s → %s', (text, name) => expect(named(text)).toBe(name));
});

describe('a note that names nobody', () => {
  test.each([
    'En Julio cerramos y en Abril abrimos',
    'Desde el huracán María todo cambió',
    'Trabajamos en Carolina y en San Lorenzo',
    'Ángel de la guarda: así nos llaman',
    'Luz y agua fallan cada semana',
    'Esperanza es lo que sobra',
    'Dolores de espalda en todo el equipo',
    'Casa Milagros recibe a diez familias',
    'Rosa, azul y verde: tres hojas distintas',
    'Cruz Roja nos prestó el salón',
    'La Cruz',
    'Pedimos ayuda a la Cruz Roja',
    'Facebook e Instagram nos comen el día',
    'Mar y montaña',
    'Los Reyes: 200 niñas y niños',
    '¿Domingo? Siempre',
    'Par de veces al mes',
    '',
  ])('%s', (text) => expect(named(text, { ...known, people: ['Wilfredo Sepúlveda', 'Mariela Ortiz'] })).toBeNull());
});

describe('somebody who is here and is called like a place or a thing', () => {
  const here: KnownNames = {
    people: ['Carolina Vega', 'Luz Rivera', 'José del Valle', 'Wilfredo Ortiz'],
    organisations: [],
  };

  test.each([
    ['Hablamos con Carolina de esto', 'Carolina'],
    ['Trabajamos en Carolina', null],
    ['Trabajamos en, Carolina', 'Carolina'],
    ['Carolina queda lejos', null],
    ['Falta agua. Carolina queda lejos', null],
    ['Falta agua.  Carolina queda lejos', null],
    ['Falta agua (Carolina queda lejos)', null],
    ['Falta agua. Hoy Carolina no vino', 'Carolina'],
    ['Hoy no vino la Luz', null],
    ['Hoy no vino la  Luz', null],
    ['Hoy no vino: Luz', null],
    ['Hoy no vino Luz', 'Luz'],
    ['Nos pasa Del mismo modo', null],
    ['Nos falta Wilfred', null],
    ['Nos falta Wilfre', 'Wilfre'],
  ])('%s → %s', (text, name) => expect(named(text, here)).toBe(name));
});

/** Notes of the demonstration cohort that really name a person, read one by one. */
const NAMES_A_PERSON = new Set(['yagrumo-05', 'guayacan-15', 'alborada-18']);

test('on the demonstration cohort: every name is found, and at most one note in a hundred is asked about for nothing', () => {
  const { organizations, cohort } = fixture;
  const sense = nameSense({
    people: [...organizations.flatMap((one) => one.people.map((person) => person.name)), ...facilitatorsOf(cohort)],
    organisations: organizations.flatMap((one) => [one.name, one.acronym]),
  });
  const notes: { id: string; text: string }[] = [];
  for (const { iceberg } of organizations) for (const { id, text } of iceberg) notes.push({ id, text });
  const asked = new Set(notes.filter((note) => namedIn(note.text, sense) !== null).map((note) => note.id));
  const right = [...NAMES_A_PERSON].filter((id) => asked.has(id)).length;
  expect(right / NAMES_A_PERSON.size).toBe(1);
  expect(right / asked.size).toBeGreaterThanOrEqual(0.75);
  expect(asked.size - right).toBeLessThanOrEqual(notes.length / 100);
});

function facilitatorsOf(cohort: object): string[] {
  const list: unknown = 'facilitators' in cohort ? cohort.facilitators : [];
  return Array.isArray(list) ? list.flatMap((one: unknown) => (typeof one === 'string' ? one : [])) : [];
}
