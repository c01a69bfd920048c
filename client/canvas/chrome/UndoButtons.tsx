/** Undo and redo of this person's own changes, never the editor's history. */
import { useSyncExternalStore } from 'react';
import type { BoardSession } from '../../board/session.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ToolButton } from './ToolButton.tsx';

export function UndoButtons({ session: { undo } }: { readonly session: BoardSession }) {
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo);
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo);
  const t = useText();
  return (
    <>
      <ToolButton label={t('common.undo')} shortcut="Ctrl+Z" isDisabled={!canUndo} onPress={() => undo.undo()}>
        <Icon name="undo" />
      </ToolButton>
      <ToolButton label={t('common.redo')} shortcut="Ctrl+Shift+Z" isDisabled={!canRedo} onPress={() => undo.redo()}>
        <Icon name="redo" />
      </ToolButton>
    </>
  );
}
