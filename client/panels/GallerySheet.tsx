/** The gallery over a board. It is only read, so it makes room when the call goes on to another phase. */
import { useEffect, useRef } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { Language } from '../../shared/language.ts';
import { useText } from '../i18n/text.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { Gallery } from './Gallery.tsx';

interface GallerySheetProps {
  readonly cohort: Cohort;
  readonly language: Language;
  readonly onClose: () => void;
}

export function GallerySheet({ cohort, language, onClose }: GallerySheetProps) {
  const t = useText();
  const { phase } = cohort.call;
  const openedIn = useRef(phase);
  useEffect(() => {
    if (phase !== openedIn.current) onClose();
  }, [phase, onClose]);
  return (
    <Sheet title={t('value.gallery.title')} onClose={onClose}>
      <Gallery cohort={cohort} language={language} />
    </Sheet>
  );
}
