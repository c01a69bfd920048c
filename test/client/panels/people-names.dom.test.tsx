/** Who is here on a phone: counted in the menu, by name once that is tapped. */
import { expect, it, vi } from 'vitest';
import { writable } from '../../../client/board/store.ts';
import PeopleNames from '../../../client/panels/PeopleNames.tsx';
import type { Peer } from '../../../shared/board/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { drawPage } from '../../kit/drawn-page.tsx';
import { joinedSessions } from '../../kit/session.ts';

const peer = (client: number, name: string, over: Partial<Peer> = {}): Peer => ({
  client,
  user: { id: name as PersonId, name, colour: '#123456' },
  view: 'canvas',
  cursor: null,
  selection: [],
  editing: null,
  dragging: new Map(),
  sight: null,
  ...over,
});

it('counts who is here, names them when asked, and lets one be followed', async () => {
  const [ana] = joinedSessions('iceberg', 1);
  if (!ana) throw new Error('a session was asked for');
  const peers = writable<readonly Peer[]>([peer(1, 'Luis Soto', { view: 'list' }), peer(2, 'Berta Ruiz')]);
  const onFollow = vi.fn();
  const { page, named, press, text, close } = drawPage(
    <PeopleNames session={{ ...ana, peers }} following={null} onFollow={onFollow} />,
  );
  const count = named('button', '3 personas aquí');
  expect([text(), count.getAttribute('aria-expanded')]).toEqual(['3 personas aquí', 'false']);
  await press(count);
  expect(count.getAttribute('aria-expanded')).toBe('true');
  const rows = [...page.querySelectorAll('li')].map((row) => row.lastElementChild?.textContent);
  expect(rows).toEqual([`${ana.me.name} (tú)`, 'Berta Ruiz', 'Luis Soto, en la lista']);
  await press(named('li button', 'Seguir a Berta Ruiz'));
  expect(onFollow.mock.calls).toEqual([['Berta Ruiz']]);
  await press(count);
  expect(page.querySelectorAll('li')).toHaveLength(0);
  close();
  ana.close();
});
