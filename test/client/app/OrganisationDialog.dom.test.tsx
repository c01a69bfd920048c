/** An organisation gets another name, or leaves: what is refused is said, with what to do instead. */
import { afterEach, expect, it, vi } from 'vitest';
import { OrganisationDialog } from '../../../client/app/OrganisationDialog.tsx';
import { newOrgId } from '../../../shared/ids.ts';
import { answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { pageWorld } from '../../kit/page-session.ts';
import { textIn } from '../../kit/pages/words.ts';
import '../../kit/dialogs.ts';

const world = pageWorld('feedback');
const organisation = { id: newOrgId(), name: 'Casa Añasco', acronym: 'CA', order: 0, letIn: false };
const closed = vi.fn();
let drawn: DrawnPage;
afterEach(() => {
  drawn.close();
  closed.mockClear();
  vi.unstubAllGlobals();
});

const field = () => drawn.named('input', textIn('es', 'pages.cohort.addOrganisationName')) as HTMLInputElement;
const open = (answer: object | null) => {
  const asked = answerWith(() => answer);
  drawn = drawPage(<OrganisationDialog organisation={organisation} seat={world.seatOf(world.mari)} onClose={closed} />);
  return asked;
};
const save = (name: string): Promise<void> => {
  field().setSelectionRange(0, field().value.length);
  drawn.type(field(), name);
  return drawn.press(drawn.named('button', textIn('es', 'common.save')));
};

it('sends the new name and closes', async () => {
  const asked = open({ organisation: { ...organisation, name: 'Taller Alborada' } });
  expect(field().value).toBe('Casa Añasco');
  await save('Taller Alborada');
  expect(asked).toEqual([
    {
      method: 'PATCH',
      path: expect.stringMatching(`/organisations/${organisation.id}$`),
      body: { name: 'Taller Alborada' },
    },
  ]);
  expect(closed).toHaveBeenCalledOnce();
});

it.each([
  ['  ', textIn('es', 'pages.create.needName')],
  ['x'.repeat(91), textIn('es', 'organisations.tooLong', { most: 90 })],
])('asks nobody for the name %j, and says why', async (name, said) => {
  const asked = open(null);
  await save(name);
  expect([asked.length, drawn.text().includes(said), field().getAttribute('aria-invalid')]).toEqual([0, true, 'true']);
  expect(closed).not.toHaveBeenCalled();
});

it('says that another one has that name', async () => {
  open({ why: 'organisation-exists' });
  await save('Red de Huertos');
  expect(drawn.text()).toContain('Ya hay una organización con ese nombre.');
  expect(closed).not.toHaveBeenCalled();
});

const leaving = async (): Promise<void> => {
  await drawn.press(drawn.named('button', textIn('es', 'organisations.remove')));
  expect(drawn.text()).toContain('¿Quitar Casa Añasco?');
  await drawn.press(drawn.named('button', textIn('es', 'organisations.removeDo')));
};

it('takes it out of the cohort once that was asked again', async () => {
  const asked = open(null);
  await leaving();
  expect(asked.map(({ method, path }) => [method, path.endsWith(`/organisations/${organisation.id}`)])).toEqual([
    ['DELETE', true],
  ]);
  expect(closed).toHaveBeenCalledOnce();
});

it.each(['organisation-has-people', 'organisation-has-notes', 'last-organisation', 'not-now'] as const)(
  'stays open and says why it stays: %s',
  async (why) => {
    open({ why });
    await leaving();
    expect(drawn.page.querySelector('[role="alert"]:not([hidden])')?.textContent?.trim()).toBe(
      textIn('es', `errors.${why}`),
    );
    expect(closed).not.toHaveBeenCalled();
  },
);
