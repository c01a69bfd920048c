/** *Vista tranquila* on and off, with what it does beside it. */
import { setCalm, useCalm } from '../board/calm.ts';
import { useText } from '../i18n/text.ts';
import { Switch } from '../ui/Switch.tsx';

export default function CalmSwitch() {
  const t = useText();
  return <Switch label={t('common.calm')} hint={t('common.calmHint')} on={useCalm()} onChange={setCalm} />;
}
