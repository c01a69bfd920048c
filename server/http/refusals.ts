/** Every refusal as a status code and a sentence in both languages. Knows no request. */
import type { Refusal } from '../../shared/api.ts';

interface Wording {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
  readonly es: string;
  readonly en: string;
}

export const REFUSAL_WORDING: Readonly<Record<Refusal, Wording>> = {
  'bad-json': { status: 400, es: 'Lo enviado no es JSON válido.', en: 'What was sent is not valid JSON.' },
  'bad-request': {
    status: 400,
    es: 'Falta un campo o su valor no sirve.',
    en: 'A field is missing or has no valid value.',
  },
  'body-too-large': { status: 413, es: 'Lo enviado es demasiado grande.', en: 'What was sent is too large.' },
  'not-found': { status: 404, es: 'Aquí no hay nada.', en: 'There is nothing here.' },
  'origin-foreign': {
    status: 403,
    es: 'Esta página no puede hablar con este servidor.',
    en: 'This page may not talk to this server.',
  },
  'session-unknown': {
    status: 401,
    es: 'La sesión venció o se cerró. Abre de nuevo el enlace que recibiste.',
    en: 'The session has ended. Open the link you received again.',
  },
  'no-right': {
    status: 403,
    es: 'Este tablero es de otra organización o no lo puedes cambiar.',
    en: 'This board belongs to another organization or you may not change it.',
  },
  'facilitator-only': { status: 403, es: 'Solo lo puede hacer facilitación.', en: 'Only facilitation can do this.' },
  'link-unknown': {
    status: 404,
    es: 'Este enlace o código no abre ninguna cohorte. Verifica que está completo.',
    en: 'This link or code opens no cohort. Check that it is complete.',
  },
  'link-revoked': {
    status: 410,
    es: 'Este enlace ya no se usa. Pide el nuevo a quien facilita.',
    en: 'This link is no longer in use. Ask your facilitator for the new one.',
  },
  'organisation-unknown': {
    status: 400,
    es: 'Escoge tu organización de la lista.',
    en: 'Choose your organization from the list.',
  },
  'organisation-exists': {
    status: 409,
    es: 'Ya hay una organización con ese nombre.',
    en: 'There is already an organization with that name.',
  },
  'too-many-organisations': {
    status: 409,
    es: 'La cohorte no admite más organizaciones.',
    en: 'The cohort takes no more organizations.',
  },
  'organisation-has-people': {
    status: 409,
    es: 'Hay personas en esa organización. Quítalas primero.',
    en: 'There are people in that organization. Remove them first.',
  },
  'organisation-has-notes': {
    status: 409,
    es: 'De esa organización hay algo escrito, aquí o en el iceberg grupal, o notas en su columna.',
    en: 'Something of that organization is written, here or on the group iceberg, or notes lie in its column.',
  },
  'last-organisation': {
    status: 409,
    es: 'Es la única organización de la cohorte. Cámbiale el nombre.',
    en: 'It is the only organization of the cohort. Rename it.',
  },
  'not-yourself': { status: 409, es: 'No puedes sacarte a ti.', en: 'You cannot remove yourself.' },
  'board-unknown': { status: 404, es: 'Ese tablero no existe.', en: 'There is no such board.' },
  'cohort-unknown': { status: 404, es: 'Esa cohorte no existe.', en: 'There is no such cohort.' },
  'person-unknown': { status: 404, es: 'Esa persona no está en la cohorte.', en: 'That person is not in the cohort.' },
  'commitment-unknown': { status: 404, es: 'Ese compromiso no existe.', en: 'There is no such commitment.' },
  'copy-unknown': { status: 404, es: 'Esa copia no existe.', en: 'There is no such copy.' },
  'wrong-kind': {
    status: 409,
    es: 'Eso no se puede hacer con este tipo de tablero.',
    en: 'That cannot be done with this kind of board.',
  },
  'snapshot-refused': {
    status: 422,
    es: 'El archivo no es un tablero de Témpano o está dañado.',
    en: 'The file is not a Témpano board or is damaged.',
  },
  'too-many-copies': {
    status: 409,
    es: 'Este tablero tiene demasiadas copias. Borra alguna primero.',
    en: 'This board has too many copies. Delete one first.',
  },
  'too-many-boards': { status: 409, es: 'La cohorte no admite más tableros.', en: 'The cohort takes no more boards.' },
  'too-many-tries': {
    status: 429,
    es: 'Demasiados intentos. Espera un minuto y prueba otra vez.',
    en: 'Too many tries. Wait a minute and try again.',
  },
  'too-many-cohorts': {
    status: 429,
    es: 'Se crearon muchas cohortes en poco tiempo. Prueba más tarde.',
    en: 'Many cohorts were created in a short time. Try again later.',
  },
  'too-many-joins': {
    status: 429,
    es: 'Está entrando mucha gente a la vez. Prueba en unos segundos.',
    en: 'Many people are joining at once. Try again in a few seconds.',
  },
  'too-many-imports': {
    status: 429,
    es: 'Se abrieron muchos archivos grandes en poco tiempo. Espera un minuto y prueba otra vez.',
    en: 'Many large files were opened in a short time. Wait a minute and try again.',
  },
  'import-under-way': {
    status: 429,
    es: 'Todavía se está abriendo otro archivo tuyo. Espera a que termine.',
    en: 'Another file of yours is still being opened. Wait until it is done.',
  },
  'key-reused': {
    status: 422,
    es: 'Con esa clave ya se pidió otra cosa, o hace más de un día. Recarga la página y prueba de nuevo.',
    en: 'Something else was asked for with that key, or more than a day ago. Load the page again and try once more.',
  },
  'group-full': {
    status: 409,
    es: 'En el iceberg grupal no caben tantas notas más. Lleva menos, o retira algunas primero.',
    en: 'The group iceberg has no room for so many more notes. Bring fewer, or withdraw some first.',
  },
  'not-now': {
    status: 409,
    es: 'Eso no se puede hacer en este momento de la sesión.',
    en: 'That cannot be done at this point of the session.',
  },
  'bringing-closed': {
    status: 409,
    es: 'El traslado está cerrado, o el grupal en pausa o en lectura. Quien facilita lo puede abrir.',
    en: 'Bringing notes is closed, or the group iceberg is paused or being read. Facilitation can open it.',
  },
  'dots-closed': {
    status: 409,
    es: 'Ahora no se ponen puntos. Quien facilita lo puede abrir.',
    en: 'Dots are closed now. Facilitation can open them.',
  },
  'no-dots-left': {
    status: 409,
    es: 'Ya no quedan puntos. Quita uno para poner otro.',
    en: 'There are no dots left. Take one away to place another.',
  },
  'table-full': {
    status: 409,
    es: 'En esta mesa ya no cabe nadie más.',
    en: 'There is no more room at this table.',
  },
  'name-taken': {
    status: 409,
    es: 'Ya hay alguien con ese nombre en tu organización. Añade el apellido.',
    en: 'Somebody in your organization has that name already. Add the surname.',
  },
  'nothing-to-share': {
    status: 409,
    es: 'Todavía no hay nada que compartir.',
    en: 'There is nothing to share yet.',
  },
  'board-too-slow': {
    status: 422,
    es: 'Leer el tablero le toma demasiado al servidor. Lo escrito sigue guardado. Prueba más tarde; si sigue así, avisa a quien administra el servidor.',
    en: 'Reading the board takes the server too long. What was written is still saved. Try again later; if it goes on, tell whoever runs the server.',
  },
  'server-busy': {
    status: 503,
    es: 'El servidor está ocupado. Prueba otra vez en unos segundos.',
    en: 'The server is busy. Try again in a few seconds.',
  },
  'storage-failed': {
    status: 503,
    es: 'El servidor no puede guardar en este momento. Prueba otra vez pronto.',
    en: 'The server cannot save at this moment. Try again soon.',
  },
  internal: { status: 500, es: 'Algo falló en el servidor.', en: 'Something went wrong on the server.' },
};
