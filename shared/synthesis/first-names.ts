/**
 * First names common in Puerto Rico, in Spanish and English, and words that look like names and are none. Written for
 * this project; accents folded, lower case. Knows no note.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names that are hardly ever anything else. */
export const FIRST_NAMES = words(`
  aaron abigail abimael abner abraham adalberto adalid adamaris adela adelaida adelina adiel adrian adriana adrianna
  agnes agustin agustina aida aileen aimee alan albert alberto aldo aleida alejandra alejandrina alejandro alexander
  alexandra alexis alfonso alfredo alice alicia alma alondra alonso altagracia alvaro alvin amalia amanda amarilis
  amarilys amelia america amparito ana anabel anais anastacia andrea andres andy angela angeles angelica angelina angelo
  anibal anita annette anthony antonia antonio antonieta araceli aracelis ariana ariel armando arnaldo arturo ashley
  astrid aurea aurelio aurora awilda axel aymara barbara beatriz belen benito benjamin berenice bernardo bernice bertha
  betsy betty betzaida bianca blanquita brayan brenda brian bryan brunilda bruno camila camille candida carlito carlos
  carla carlota carmelo carmen carmencita carmin carol carolina caroline cecilia cecilio celeste celia celina cesar
  charlotte christian christina christopher cintia claribel clarissa claudia claudio clotilde concepcion consuelito
  corina cristian cristina cristobal cruzita cynthia dagmar daisy damaris damian daniel daniela danny dariana dario
  david dayanara deborah delia denise dennis diana diego dinorah doel domingo dora doris dorothy eddie eddy edgar edgardo
  edith edmundo edna eduardo edwin efrain efren elba eleuterio elena eliezer elias elisa elisabeth eliseo elizabeth ellen
  elmer eloisa elsa elsie elvin elvira emanuel emeterio emilia emilio emily emma emmanuel enid enrique eric erica erick
  erika ernesto esmeralda esteban estefania estela estelle esther estrellita eugenia eugenio eulalia eva evangelina
  evaristo evelyn ezequiel fabian fabiola fatima federico felicita felicidad felipe felix fermin fernanda fernando fidel
  filiberto florentino francheska francisca francisco frank frankie freddie freddy frances gabriel gabriela gamaliel
  genesis genaro george georgina gerald geraldo gerardo german gilberto gina giovanni giselle gladys glenda glorimar
  glorivee gonzalo graciela gregorio greta grisel griselle gualberto guadalupe guillermina guillermo gustavo hannah harold
  harry haydee hector heidi helen heriberto herminio hernan hilda hipolito hiram hugo humberto idalia ignacio iliana
  ileana ines ingrid irene iris irma irving isaac isabel isabela isabella isaias isaura isis ismael israel itzel ivan
  ivelisse ivette ivonne jackeline jackie jacob jacqueline jaime jamie jan janet janette janice jaquelin jared jasmin
  jason javier jazmin jean jeannette jeffrey jennifer jeremias jeremy jerry jesenia jessica jesus jimena jimmy joan joanna
  joaquin joel joey johana johanna john johnny jonathan jonas jorge jose joselito josefa josefina joseph joshua josue
  jovani juan juana juanita judith julia julian juliana julissa justina justino karen karina karla katherine kathleen
  katiria keila keishla kelvin kenneth kevin keyla kiara kimberly krystal lara larissa laura leandro leida lemuel
  leonardo leonel leonor leslie leticia liana lidia lilia liliana lillian lilliam linda linette lisandra lisandro lissette
  lizbeth liza lizette lizmarie loida lorena lorenzo lorraine lourdes lucas lucia luciano lucila lucy luis luisa luisito
  lumari lydia lymari mabel magaly magda magdalena maite manuel manuela manolo maribel maricarmen maricelis maria mariah
  mariam mariana mariano mariangelie maribella maricruz marie mariel mariela marielis marieli marilu marilyn mario marisa
  marisel marisela marisol maritza marlene marta martha martin maria mateo matias matthew mauricio maximo maya mayra
  mayrim melanie melba melissa melvin mercedita michael michelle miguel miguelito mikaela milagritos mildred milton minerva
  miriam mirna misael moises monica monserrate moraima myriam myrna nadia nahomi nancy naomi natalia natalie nathan
  nathaniel nayda nelida nelly nelson nereida nestor neysha nicolas nicole nilda nilsa noel noelia noemi nora norberto
  norma nydia nyrma octavio odette olga oliver olivia omar omayra onofre orlando oscar osvaldo oswaldo pablo pamela paola
  patricia patricio paula paulina pedro penelope perla pepe pilarin priscila priscilla rafael rafaela ramiro ramon ramona
  ramonita raquel raul rebeca rebecca regina reinaldo rene renato reynaldo ricardo richard rigoberto rita robert roberta
  roberto rodolfo rodrigo rogelio rolando roman rosalia rosalina rosalind rosalinda rosamaria rosana rosanna rosario
  rosaura roselyn rosita roxana ruben rufino ruth sabrina salvador samantha samir sammy samuel sandra santos sara sarah
  saul sebastian selena sergio sheila sherley shirley silvia simon sixto sofia sonia sonya stephanie stephen steven
  suheil sujeil susan susana suset suzanne sylvia tamara tania tatiana teofilo teresa teresita thalia thomas tito tomas
  tommy ulises ursula valentin valentina valeria vanessa veronica vicente victor victoria vilma vilmarie vincent virgilio
  virginia viviana vivian waldemar waleska walter wanda wendy wilfredo wilfrido william willie wilma wilmer wilson xavier
  xenia ximena xiomara yadira yahaira yajaira yamil yamila yamilet yanira yara yaritza yarelis yariel yaritzel yazmin
  yelitza yesenia yolanda yomaira yvette yvonne zaida zenaida zoe zoraida zulma zuleika zuleyka
`);

/** Names that are words as well: they count inside a sentence with a capital letter, never at its beginning. */
export const NAMES_THAT_ARE_WORDS = words(`
  abril alba alegria amado amparo angel asuncion augusto aurora azucena blanca candelaria caridad celestino clara clemente
  concepcion consuelo cruz dolores domingo esmeralda esperanza estrella faith fe felicidad feliciano felicita flor
  fortunato francisca gloria grace gracia guadalupe hope inmaculada jasmine jesus joy julio justo leal leon libertad luz
  mar margarita marina mercedes milagro milagros modesto natividad nieves pascual patria paz perla piedad pilar primitivo
  prudencia prudencio refugio remedios reyes rocio rosa rosario sagrario santo santos serafin severo socorro sol soledad
  tomas ventura victor victoria violeta virginia will mark grant chase bill rose ruby may june august art dean frank
`);

/** Capital letters without a person: months and days, Puerto Rico and its towns, neighbours, agencies, feasts. */
export const NO_NAMES = words(`
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre january february
  march april may june july august september october november december lunes martes miercoles jueves viernes sabado domingo
  monday tuesday wednesday thursday friday saturday sunday navidad navidades reyes pascua semana santa san sanjuan
  puerto rico borinquen boricua isla adjuntas aguada aguadilla aguas buenas aibonito anasco arecibo arroyo barceloneta
  barranquitas bayamon cabo rojo caguas camuy canovanas carolina catano cayey ceiba ciales cidra coamo comerio corozal
  culebra dorado fajardo florida guanica guayama guayanilla guaynabo gurabo hatillo hormigueros humacao isabela jayuya
  juana diaz juncos lajas lares marias loiza luquillo manati maricao maunabo mayaguez moca morovis naguabo naranjito
  orocovis patillas penuelas ponce quebradillas rincon grande sabana salinas german sebastian lorenzo isabel toa alta baja
  trujillo utuado vega vieques villalba yabucoa yauco santurce hato rey piedras cupey condado miramar levittown
  estados unidos america nueva york orlando texas miami boston washington republica dominicana cuba colombia mexico espana
  maria fiona irma georges hugo gobierno estado departamento municipio alcaldia senado camara congreso federal hacienda
  educacion salud familia vivienda trabajo agricultura comision junta oficina programa fondo fundacion red colectiva
  colectivo casa taller centro escuela universidad iglesia parroquia hogar hospital clinica bosque rio monte playa
  facebook instagram whatsapp google zoom teams excel youtube tiktok fema hud irs
`);
