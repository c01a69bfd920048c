/** A whole page for when something did not work. */
import { Frame } from './Frame.tsx';
import { KindCard, type KindProps } from './KindCard.tsx';

export function KindPage(props: KindProps) {
  return (
    <Frame>
      <KindCard {...props} />
    </Frame>
  );
}
