"""The words that decide how a name is read: titles, particles, and names that are also common words."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    """dr drs prof professor doctor mr mrs ms miss mx sir dame lord lady sister brother father mother
    rev reverend pastor rabbi imam fr capt captain col colonel lt lieutenant sgt sergeant
    maj gen general cdr commander admiral judge justice hon honourable honorable senator mp president
    principal provost chancellor ambassador frau herr hr fru señor señora señorita senor senora
    senorita sr sra srta sig signor signora dott dottoressa dottssa ing dipling mme madame mlle
    monsieur don doña dona pan pani sheikh sheikha sri shri smt pandit ustad nurse matron coach chef
    aunt auntie uncle mgr haji hajji datuk sensei"""
)
"""Stay as they are before a name, in lower case and without full stops."""

CREDENTIALS = _set(
    """PhD Phd DPhil MSc BSc MBA MPhil LLM LLB MPH RN FRCP FRCS MRCP CPA CFA PMP OBE CBE MBE DBE Esq Jr
    Jnr Snr II III IV EdD PsyD PharmD MEng BEng CEng FRS PMHNP FACS DDS DVM"""
)
"""Stay as they are after a name, as they are written, without full stops."""
SHORT_CREDENTIALS = _set("MD JD MA BA MS BS PE RN QC KC MP SJ OP DO Sr")
"""The same, but only behind a comma: they might be names otherwise."""

PARTICLES = _set(
    """van von der den ter ten te de del della delle degli dei di da das dal do dos du des la le los las
    el al ul ibn bin bint binti abu umm und zu zum zur vom af av st san santa santo mac mc ap
    o e y i lo van't d"""
)
"""Belong to the family name they stand before."""

BETWEEN = _set("and und et y or the of at for in my our a an from with to is who")
"""Words in a given name or organisation that name nobody."""

FUNCTION = _set(
    """a an and are as at be but by can could do does for from had has have he her him his how i if in is
    it its let me my no nor not now of off oh ok on one or our out per she should so such than that
    the their them then there these they this those to too under until up us was we were what when
    where which while who why with would yes yet you your am my any all also both each few more most
    much own same some very just ever never since still hi"""
)
"""Words that open sentences far more often than they name anybody."""

NEVER_SMALL = FUNCTION | _set("will may mark can")
"""Masked only with a capital, even where the name is given without one."""

CONTINUES = _set(
    """i you we they he she it this that these those there the a an my your our his her their its be
    not"""
)
"""After one of these at the start of a sentence, a common word before it is no name: "Will you"."""

MONTHS = _set("january march april may june july august jan mar apr jun jul aug")
MONTH_BEFORE = _set("in since until till last next early mid late this during")
"""Before a month; "to May" and "from May" may be said of a person."""

GREETINGS = _set("hi hello hey dear thanks thank hallo hola bonjour ciao cher chère lieber liebe")

COMMON = FUNCTION | _set(
    """abbot alpha amazon amber angel apex apple april archer art ash atlas august aurora autumn
    baker bank banks barber basil bear bell bells berry best bet beta better big bill bills birch
    bishop black blessing bliss bloom blue bold bolt booking box branch brave brewer bridge
    bridges bright brook brown buck buffer bumble burn burns bush butler cage candid carver case
    cash castle cedar chad chance chandler charity chase cherry china chord christ christian
    church circle civic clay clear clement clerk cliff cloud coin compass constant cook core
    cosmos cost crane crest cross crystal curve daisy dale darling dash data dawn dean dear deep
    delta destiny discord dot dove drake draper dream drift drop duke earl earnest east echo edge
    element ember emerald engine english epic eve ever evergreen exact faith falcon farmer fay
    fern field fields finch first fisher flex flow focus ford forest forester forge form forum
    forward foster fox frame frank french fresh frost fusion future galaxy gale gamma gap gardener
    gate gates gay gene genesis genius german giant gift ginger glass glee glover glow gold golden
    good grace gray green grey grid grove growth guardian hall ham happy harbor harbour harmony
    harsh haven heart heath heir herb herd hero hill hills hive holly home homes honor honour hood
    hook hooks hope hopes horizon horn horne house hunt hunter hurt icon ideal impact indeed
    insight ion ivy jade jeans jet jewel job journey joy judge jump june justice keen kettle key
    kin kind king kit kite knight knot lace lake lamb lamp lance land lands lane lark last laud
    launch law laws lead leaf leap legacy lemonade lent lever lick lift light like lily limb lime
    lind line linear lines link lion lions list lit little live lively lock loft long loom lord
    loss lot love lovely low lucid luck lucky lumen magnet main major man mane maple march mark
    marshal mason mat match matrix maven may mead means medium melody merchant mercy merit merry
    mesh meta metric miles mill mills mint miracle mirror mix monday monster moody moon more
    morning motion mount mountain need nell nest new next nexus nice night noble noon north notion
    nova oak oasis ocean olive omega opal open opera oracle orange orbit origin oyster pacific
    pack page pages pain pair palm pan panda par parish park parks pass past pat patch path
    patience pay peace peak pearl peg penny pepper phoenix pike pilot pine pinnacle pioneer pivot
    place planet plank plant player point polar pole pond pool poor pope porter potter pound power
    powers pray precious precise price pride priest prime prince prior prism profit prudence pulse
    pure purple pursue queen quest quick quill radar radius rain rally ramp range ranger rank
    rapid raven raw ray rays read reader ready real record red reed relay remedy rice rich rider
    ridge ring rings rise river rivers road roads robe robes rock rocket rod rode roll rolls roman
    roof room root roots rose rosemary royal ruby rule rules rush rust safe sage sailor salt sand
    sands sandy sapphire savage savings say sayer scale scarlet school scout sea seal seals
    segment self sells sense serenity sergeant set shade sharp sheets shell shepherd shields shift
    shine ship shoe shore short show sigma signal silk silver simple sin singer skill skinner sky
    slack slate sly small smart snap snow sol solar sole solid song sonic soul source south spark
    sparks speaks spear spears spectrum speed spell spice spicer spin spirit spot spring sprout
    spur square stack stacks staff stamp stand star stark start steal steel step sterling stern
    steward still sting stock stocks stone store storm stormy story stout street stride stripe
    strong stubs study sugar summer summers summit sun sunny surge swan sweet sweets swift swiftly
    switch synergy tailor talent tall tandem tango target taylor team tell temperance temple tempo
    thorn thread thrive tide tiger till timber tiny titan top topping torch touch tower towers
    town trace track trade trail train transform travel treasure tree trees tribe trick trinity
    true trust tune turkey turn turner twist umbrella union unique unity uplift usher vale valley
    valor van vane vanguard vector velocity venture verity vertex vest vibe view vine violet
    virgin visa vision vista vital vivid vogue vow wage wager wait wake wales walk walker wall
    walls ward warden wares warm water waters wave wax way weaks wealth weaver web week weeks well
    wells welsh west whale wheat wheel wheeler whip whistle white wick wild will willow wind wing
    wings winner winter wise wish wit wizard wolf wonder wood woods word words work works world
    worth yale yard year young zen zenith zero zone zoom"""
)
"""Names that are also common words: masked only where they are written as names."""

ORDINARY = BETWEEN | _set(
    """hospital hospitals university universities college school schools academy institute institution
    health healthcare care clinic clinics medical medicine centre center bank banking group groups holding
    holdings company companies corporation corp inc incorporated ltd limited llc llp plc gmbh ag sa sas
    sarl srl spa bv nv ab oy as kg co pty pte lp partners partner partnership associates association
    society foundation foundations trust council committee department dept ministry agency authority
    office bureau board commission service services solutions systems system technology technologies
    tech software data digital labs lab laboratory laboratories studio studios media press publishing
    news network networks global international national federal state city county district region regional
    local community public private general united american british european royal central north south
    east west northern southern eastern western new open first free charity charities ngo fund funds
    capital ventures venture investment investments insurance finance financial consulting consultants
    consultancy advisory legal law engineering construction manufacturing industries industry energy
    power water gas electric electrical oil transport logistics airlines airways railway rail food foods
    restaurant hotel hotels retail store stores shop market markets marketing design research science
    sciences arts art museum library theatre theater church school business management human resources
    people team teams unit division club union federation league alliance program programme
    project projects initiative organisation organization organizations org www com net io ai uk eu de
    fr us usa et und and of the for in at on de la du des der die das für von le les el los van & home
    house housing social support development education educational training learning innovation
    security environmental environment agriculture farm farms family children women youth court courts mental
    emergency nursing pharmacy pharmaceutical pharmaceuticals dental primary secondary high middle
    elementary graduate polytechnic technical vocational student students alumni faculty"""
)
"""Words of organisations' names that say what sort they are: never masked by themselves."""

DOMAIN_ENDS = _set("com org net io ai co uk de eu fr es it nl app dev edu gov tech cloud so")

ACRONYMS = _set(
    """AI IT HR PR UK US EU UN PM AM CV ID OK TV QA UX UI ML VP BI CRM ERP SQL API KPI CEO CFO CTO COO CIO
    CMO CHRO FAQ USA NGO MBA PHD OKR ROI SME SMB PDF URL SEO SAP AWS GCP NLP LLM EHR EMR ICU GP RN MD BA MA MSC
    BSC STEM DEI ESG SDG B2B B2C PI CI CD OS PC VR AR IP CBT ADHD OT PT ER GDP NB PS CC
    BCC ASAP FYI TBC TBD RSVP ETA DIY CPD GCSE ESL TA RA EST GMT UTC CET PST EOD"""
)
"""Short forms that mean something by themselves, so that they are not taken for initials."""
