/** The other language, one click away, named in itself. */
import { useLanguage, useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';

export function LanguageSwitch({ short = false }: { short?: boolean }) {
  const t = useText();
  const [language, setLanguage] = useLanguage();
  const other = language === 'es' ? 'en' : 'es';
  return (
    <button
      type="button"
      className="button button--quiet language"
      lang={other === 'es' ? 'es-PR' : 'en'}
      title={t('common.otherLanguageLabel')}
      onClick={() => setLanguage(other)}
    >
      <Icon name="globe" />
      {short ? <span aria-hidden="true">{other.toUpperCase()}</span> : t('common.otherLanguage')}
      {short && <span className="visually-hidden">{t('common.otherLanguage')}</span>}
    </button>
  );
}
