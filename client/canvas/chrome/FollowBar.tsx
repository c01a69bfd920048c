/** Whom I follow, and the way out of it. */

import type { BoardSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Following } from '../presence/following.ts';

export function FollowBar({ following, session }: { readonly following: Following; readonly session: BoardSession }) {
  const person = useStore(following.person);
  const name = useStore(session.peers).find((peer) => peer.user.id === person)?.user.name;
  const t = useText();
  if (!person || !name) return null;
  return (
    <div className="follow-bar" role="status">
      {t('canvas.follow.following', { name })}
      <Button look="quiet" onClick={() => following.follow(null)}>
        {t('canvas.follow.stop')}
      </Button>
    </div>
  );
}
