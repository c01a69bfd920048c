/** What lies beside the group iceberg, in a sheet over it where there is no room. */
import type { ComponentProps } from 'react';
import { useText } from '../i18n/text.ts';
import { Sheet } from '../ui/Sheet.tsx';
import GroupSide from './GroupSide.tsx';

export default function GroupSheet(props: ComponentProps<typeof GroupSide> & { readonly onClose: () => void }) {
  const { onClose, ...side } = props;
  const t = useText();
  return (
    <Sheet title={t(side.side === 'dock' ? 'panels.dock.title' : 'panels.themes.title')} onClose={onClose}>
      <GroupSide {...side} />
    </Sheet>
  );
}
