/** Says for whom this window writes, when it is somebody else. */
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Chip } from '../ui/Chip.tsx';

export function WritesFor({ session }: { session: BoardSession }) {
  const t = useText();
  const person = useStore(session.writesFor);
  const name = useStore(session.cohort).people.find(({ id }) => id === person)?.name;
  if (person === session.me.id || name === undefined) return null;
  return (
    <Chip icon="pen" tone="violet">
      {t('value.table.now', { name })}
    </Chip>
  );
}
