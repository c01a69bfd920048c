/** Who can see something: sign, words and colour together. Where there is no room for the words they are its title. Knows no board. */
import { useText } from '../i18n/text.ts';
import type { TextKey, Values } from '../i18n/words.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import type { IconName } from '../ui/Icon.tsx';

export interface Audience {
  readonly text: TextKey;
  readonly values?: Values;
  readonly icon: IconName;
  readonly tone: ChipTone;
}

export function AudienceBadge({ text, values, icon, tone }: Audience) {
  const words = useText()(text, values);
  return (
    <Chip icon={icon} tone={tone} title={words}>
      {words}
    </Chip>
  );
}
