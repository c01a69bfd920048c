/** The keys of the panel, and a switch to turn them off. */
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Attention.module.css';
import { SHORTCUTS, type Shortcut, setShortcuts, useShortcutsOn } from './use-shortcuts.ts';

const NAMES = [
  'next',
  'back',
  'more',
  'less',
  'clock',
  'layer',
  'message',
  'hand',
  'note',
  'gather',
  'freeze',
  'help',
] as const satisfies readonly Shortcut[];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const on = useShortcutsOn();
  return (
    <Dialog title={t('panel.shortcuts')} onClose={onClose}>
      <dl className={styles.keys}>
        {NAMES.map((name) => (
          <div key={name}>
            <dt>
              <kbd>{SHORTCUTS[name].toUpperCase()}</kbd>
            </dt>
            <dd>{t(`panel.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch label={t('panel.shortcutsOn')} hint={t('panel.shortcutsHint')} on={on} onChange={setShortcuts} />
    </Dialog>
  );
}
