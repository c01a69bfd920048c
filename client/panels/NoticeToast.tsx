/** Shows the board's last notice, with the one thing that can be done about it. Keys come as strings, so they are checked first. */
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { isTextKey, useText } from '../i18n/text.ts';
import { Toast } from '../ui/Toast.tsx';

export function NoticeToast({ session }: { session: BoardSession }) {
  const t = useText();
  const notice = useStore(session.notice);
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
