/** Texts of the door: joining, a code, a link that opens nothing. The Spanish source; English has the same keys by type. */
export const pages = {
  home: {
    codeLabel: 'Código de la cohorte',
    codePlaceholder: 'ABCD-2345',
    codeGo: 'Entrar',
    asProjector: 'Sala',
  },
  door: {
    join: 'Únete a {cohort}',
    facilitate: 'Facilitar {cohort}',
    observe: 'Observar {cohort}',
    project: 'Proyectar {cohort}',
    opening: 'Abriendo tu enlace…',
    name: 'Tu nombre',
    forFacilitation: 'Este enlace es para quien facilita.',
    notFacilitating: '¿Vienes a participar? Pide el otro enlace o',
    typeTheCode: 'escribe el código',
    nameHint: 'Como te conoce tu equipo.',
    organisation: 'Tu organización',
    choose: 'Escoge de la lista',
    noOrganisation: 'No veo mi organización',
    noOrganisationHelp: 'Pide a quien facilita que la añada. Aparecerá en la lista al recargar esta página.',
    organisationGone: 'Quien facilita quitó esa organización de la cohorte. Escoge otra de la lista, o pregúntale.',
    enter: 'Entrar',
    entering: 'Entrando…',
    noAccount: 'No necesitas cuenta ni instalar nada.',
    when: '{date}, {time} (hora de Puerto Rico)',
    whoTitle: 'Quién puede leer lo que escribas',
    whoTeam: 'Tu tablero lo ve solo tu equipo, hasta que el equipo lleve notas al iceberg grupal.',
    whoYou:
      'Tu iceberg lo ves solo tú, y los tableros del equipo solo tu equipo. De ahí sale únicamente lo que se lleva al iceberg grupal, se publica o se conversa con los pares.',
    whoFacilitator:
      'Quien facilita ve cuántas notas hay en cada capa, no lo que dicen. A los tableros del equipo puede entrar solo si tu equipo lo permite.',
    whoGroup: 'El iceberg grupal lo ve toda la cohorte.',
    whoServer: 'La persona que administra este servidor puede, técnicamente, leerlo todo.',
    whoFacilitates: 'Los tableros de cada organización se quedan cerrados para ti hasta que su equipo te deje entrar.',
    whoObserves:
      'Verás, en solo lectura, lo que ve toda la cohorte: el iceberg grupal, la Galería y el Cierre, con los compromisos y quién los hace. Los tableros de cada organización no se abren con este enlace.',
    needName: 'Escribe tu nombre.',
    needOrganisation: 'Escoge tu organización.',
    codeTitle: 'Entrar con un código',
    codeLead: 'Escribe el código que te dieron. No importan las mayúsculas ni el guion.',
    notYou: 'En este dispositivo ya entró {name}.',
    continueAs: 'Seguir como {name}',
    someoneElse: 'Entrar con otro nombre',
  },
  badLink: {
    unknownTitle: 'Este enlace no abre nada',
    unknown: 'Puede que se haya cortado al copiarlo, que ya no valga, o que hayan borrado la cohorte.',
    unknownDo: 'Copia el enlace completo desde la invitación, escribe el código, o pregunta a quien facilita.',
    revokedTitle: 'Este enlace ya se cambió',
    revoked: 'Quien facilita lo reemplazó por otro.',
    revokedDo:
      'Pide el enlace nuevo. Si ya habías entrado en este dispositivo, tu cohorte está en la página de inicio.',
    missingTitle: 'Al enlace le falta un pedazo',
    missing: 'La parte después de # es la que abre la puerta, y aquí no llegó.',
    missingDo: 'Abre el enlace completo desde la invitación.',
    offlineTitle: 'No hay conexión con el servidor',
    offline: 'Tu enlace puede estar bien: ahora mismo nadie contesta.',
    offlineDo: 'Revisa tu internet e intenta otra vez.',
  },
} as const;
export const common = {
  retry: 'Intentar otra vez',
  optional: 'opcional',
} as const;
export const call = {
  room: { entering: 'Abriendo la sala…' },
} as const;
