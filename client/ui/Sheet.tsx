/** A window from the right on wide screens and from below on phones, for lists and longer work. */
import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';

export function Sheet(props: { title: string; onClose: () => void; children: ReactNode }) {
  return <Dialog {...props} className="sheet" />;
}
