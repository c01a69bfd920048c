/** The door of a room's screen: it takes a seat by itself, without a name, and opens the room. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import type { OpenDoor } from './open-door.ts';
import { takeSeat } from './take-seat.ts';

export function RoomDoor({ door }: { door: OpenDoor }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [why, setWhy] = useState<Why | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each door, and again when asked to
  useEffect(() => {
    let here = true;
    setWhy(null);
    void takeSeat({ ...door.key, name: t('pages.home.asProjector'), organisation: null }).then((seat) => {
      if (!here) return;
      if (seat.ok) navigate(`/sala/${seat.value.cohort.id}`, { replace: true });
      else setWhy(seat.why);
    });
    return () => {
      here = false;
    };
  }, [door, tries]);
  if (why === null) return <Spinner label={t('call.room.entering')} />;
  return (
    <section className="card form form--narrow">
      <p className="banner banner--bad" role="alert">
        {t(`errors.${why}`)}
      </p>
      <Button icon="refresh" onClick={() => setTries(tries + 1)}>
        {t('pages.board.tryAgain')}
      </Button>
    </section>
  );
}
