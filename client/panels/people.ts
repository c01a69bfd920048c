/** Who is on a board: each person once, however many devices. Pure of presence and view. */
import type { Peer, PresenceUser } from '../../shared/board/presence.ts';

export interface PersonHere {
  readonly user: PresenceUser;
  readonly isMe: boolean;
  readonly isWriting: boolean;
  /** On all devices: then there is no canvas to follow. */
  readonly isInList: boolean;
}

/** Me first, then by name. My other devices are me. */
export function peopleHere(me: PresenceUser, peers: readonly Peer[]): PersonHere[] {
  const byId = new Map<string, Peer[]>();
  for (const peer of peers) byId.set(peer.user.id, [...(byId.get(peer.user.id) ?? []), peer]);
  byId.delete(me.id);
  const others = [...byId.values()].flatMap((devices) => {
    const [first] = devices;
    return first
      ? [
          {
            user: first.user,
            isMe: false,
            isWriting: devices.some((device) => device.editing !== null),
            isInList: devices.every((device) => device.view === 'list'),
          },
        ]
      : [];
  });
  others.sort((a, b) => a.user.name.localeCompare(b.user.name, 'es'));
  return [{ user: me, isMe: true, isWriting: false, isInList: false }, ...others];
}
