/** Shows the board's last notice, with the one thing that can be done about it; one with nothing to do, or that says so, goes by itself. Keys come as strings, so they are checked first. */
import { useEffect } from 'react';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { isTextKey, useText } from '../i18n/text.ts';
import { Toast } from '../ui/Toast.tsx';

/** Long enough to read the longest of them twice, in milliseconds. */
const STAYS = 12_000;

export function NoticeToast({ session }: { session: RoomSession }) {
  const t = useText();
  const notice = useStore(session.notice);
  useEffect(() => {
    if (!notice || (notice.action && !notice.goes)) return;
    const timer = setTimeout(() => session.notice.set(null), STAYS);
    return () => clearTimeout(timer);
  }, [notice, session]);
  if (!notice || !isTextKey(notice.key)) return null;
  const { action } = notice;
  const close = (): void => session.notice.set(null);
  const labelled =
    action && isTextKey(action.key)
      ? {
          label: t(action.key),
          run: () => {
            close();
            action.run();
          },
        }
      : null;
  return <Toast text={t(notice.key, notice.values)} onClose={close} {...(labelled ? { action: labelled } : {})} />;
}
