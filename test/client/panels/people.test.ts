/** Each person once, with two devices too. */
import { expect, it } from 'vitest';
import { peopleHere } from '../../../client/panels/people.ts';
import type { Peer } from '../../../shared/board/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';

const peer = (client: number, id: string, name: string, over: Partial<Peer> = {}): Peer => ({
  client,
  user: { id: id as PersonId, name, colour: '#123456' },
  view: 'canvas',
  cursor: null,
  selection: [],
  editing: null,
  dragging: new Map(),
  sight: null,
  ...over,
});
const me = { id: 'ana' as PersonId, name: 'Ana', colour: '#000000' };

it('counts two devices as one person, writing when either writes, followed when either has a canvas', () => {
  const people = peopleHere(me, [
    peer(1, 'zoe', 'Zoe', { view: 'list', editing: 'note:a' }),
    peer(2, 'zoe', 'Zoe'),
    peer(3, 'ana', 'Ana', { editing: 'note:b' }),
    peer(4, 'angel', 'Ángel', { view: 'list' }),
  ]);
  expect(people.map((person) => [person.user.name, person.isMe, person.isWriting, person.isInList])).toEqual([
    ['Ana', true, false, false],
    ['Ángel', false, false, true],
    ['Zoe', false, true, false],
  ]);
});
