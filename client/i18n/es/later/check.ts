/** Texts of *Probar mi conexión*. The Spanish source; English has the same keys by type. */
export const check = {
  title: 'Probar mi conexión',
  lead: 'Toma unos segundos y no cambia nada en tus tableros.',
  trying: 'probando…',
  again: 'Probar otra vez',
  trip: '{ms} ms de ida y vuelta',
  grades: { well: 'bien', fair: 'sirve', bad: 'falla', untried: 'sin probar' },
  whole: {
    well: 'Todo bien: así puedes entrar a la sesión.',
    fair: 'Puedes entrar a la sesión. Lee las líneas que dicen «sirve».',
    bad: 'Algo falla. Cada línea que dice «falla» dice también qué hacer.',
  },
  names: {
    server: 'Servidor',
    live: 'Conexión en vivo',
    speed: 'Rapidez',
    notes: 'Notas en este dispositivo',
    words: 'Tu lugar en la cohorte',
    lasting: 'Espacio en este dispositivo',
    clock: 'Reloj',
    page: 'La página sin conexión',
  },
  server: {
    well: 'El servidor contesta.',
    bad: 'El servidor no contesta. Lo que ya escribiste sigue en este dispositivo y se envía solo cuando conteste. Mira si abre otra página de internet. Si no abre, prueba con otra red o con los datos del celular; si abre, avísale a quien facilita.',
  },
  live: {
    well: 'Abre: verás al momento lo que escriban las demás personas.',
    bad: 'No abre. Lo que escribas se queda en este dispositivo y se envía cuando abra. Suele ser un filtro de la red de la oficina: prueba con otra red o con los datos del celular.',
    untried: 'Se prueba cuando conteste el servidor.',
  },
  speed: {
    well: 'Rápida.',
    fair: 'Lenta, pero sirve. Si la voz se corta, apaga tu video: el tablero necesita muy poco.',
    bad: 'Muy lenta. Nada se pierde: cada letra se queda en este dispositivo hasta que llega. Acércate al wifi, cierra otras páginas y usa la lista en vez del lienzo.',
    untried: 'Se mide cuando abra la conexión en vivo.',
  },
  notes: {
    well: 'Este dispositivo guarda lo que escribes, también sin conexión.',
    bad: 'Este navegador no deja guardar notas. Lo que dice «Guardado» está a salvo en el servidor, pero lo que escribas sin conexión se pierde si cierras la página. Sal de la ventana privada o usa otro navegador.',
  },
  words: {
    well: 'Este dispositivo recuerda quién eres.',
    bad: 'Este navegador no recuerda quién eres. Tus notas están a salvo en el servidor. Si cierras la página, entra otra vez con tu enlace, con el mismo nombre y la misma organización.',
  },
  lasting: {
    well: 'El navegador no borrará lo guardado aunque le falte espacio.',
    fair: 'El navegador podría borrar lo guardado si le falta espacio. Lo que dice «Guardado» está a salvo en el servidor. Deja algo de espacio libre y no borres los datos del navegador mientras haya notas sin enviar.',
  },
  clock: {
    well: 'Va con el del servidor.',
    fair_one:
      'El de este dispositivo se aparta {count} minuto del servidor. El reloj de la sesión sale bien de todos modos. Pon la hora automática en los ajustes del dispositivo para no llegar tarde.',
    fair_other:
      'El de este dispositivo se aparta {count} minutos del servidor. El reloj de la sesión sale bien de todos modos. Pon la hora automática en los ajustes del dispositivo para no llegar tarde.',
    untried: 'Se compara cuando conteste el servidor.',
  },
  page: {
    well: 'Abre también sin conexión.',
    fair: 'Todavía no abre sin conexión; mientras tengas conexión, todo funciona. Deja esta página abierta un minuto y prueba otra vez. En una ventana privada, o si la dirección no empieza con https, no se puede.',
  },
} as const;
