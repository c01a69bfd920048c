/** What surrounds every page but the boards: the name on top, the language, the way home. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../i18n/text.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';

export function Frame({ children, className = '' }: { children: ReactNode; className?: string }) {
  const t = useText();
  return (
    <div className={`frame ${className}`}>
      <a className="skip" href="#contenido">
        {t('common.skip')}
      </a>
      <header className="frame__head">
        <Link href="/" className="brand">
          <Logo />
          {t('common.product')}
        </Link>
        <LanguageSwitch />
      </header>
      <main className="frame__main" id="contenido" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
