<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>ArticleCard</name>
    <message>
        <source>Edition “{0}”</source>
        <translation>Edizione «{0}»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Interpretazione</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Insured person: {0}</source>
        <translation>Persona assicurata: {0}</translation>
    </message>
    <message>
        <source>Deceased on {0}</source>
        <translation>Deceduto il {0}</translation>
    </message>
    <message>
        <source>No cover on {0}</source>
        <translation>Nessuna copertura il {0}</translation>
    </message>
    <message>
        <source>{0}  ·  {1} years</source>
        <translation>{0}  ·  {1} anni</translation>
    </message>
    <message>
        <source>female</source>
        <translation>donna</translation>
    </message>
    <message>
        <source>male</source>
        <translation>uomo</translation>
    </message>
    <message>
        <source>no cover</source>
        <translation>nessuna copertura</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nascita</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sesso</translation>
    </message>
    <message>
        <source>Insured number</source>
        <translation>Numero d’assicurato</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Life phase</source>
        <translation>Fase di vita</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>non registrato</translation>
    </message>
</context>
<context>
    <name>ClaimPage</name>
    <message>
        <source>No line can be decided yet.</source>
        <translation>Nessuna posizione si può ancora decidere.</translation>
    </message>
    <message>
        <source>Establish what is missing, or save the claim: its lines stay open.</source>
        <translation>Stabilisca ciò che manca oppure salvi il caso: le posizioni restano aperte.</translation>
    </message>
    <message>
        <source>This claim was changed since you typed the draft that is shown.</source>
        <translation>Il caso è stato modificato dopo la bozza che vede.</translation>
    </message>
    <message>
        <source>Compare it before you save, or discard it.</source>
        <translation>La confronti prima di salvare, oppure la scarti.</translation>
    </message>
    <message>
        <source>Claim {0} was saved.</source>
        <translation>Il caso {0} è salvato.</translation>
    </message>
    <message>
        <source>Decision {0}: {1}, letter {2}.</source>
        <translation>Decisione {0}: {1}, lettera {2}.</translation>
    </message>
    <message>
        <source>Decision {0} was reversed.</source>
        <translation>La decisione {0} è annullata.</translation>
    </message>
    <message>
        <source>What is missing or wrong is marked in red.</source>
        <translation>Ciò che manca o è errato è segnato in rosso.</translation>
    </message>
    <message>
        <source>The claim is not complete.</source>
        <translation>Il caso non è completo.</translation>
    </message>
    <message>
        <source>Claim {0}</source>
        <translation>Caso {0}</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>Nuovo caso</translation>
    </message>
    <message>
        <source>not saved yet, kept as a draft</source>
        <translation>non ancora salvato, conservato come bozza</translation>
    </message>
</context>
<context>
    <name>ConsentView</name>
    <message>
        <source>Consent of the trusted doctor</source>
        <translation>Consenso del medico di fiducia</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Non c’è</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valido dal</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valido fino al</translation>
    </message>
    <message>
        <source>Highest cost, CHF</source>
        <translation>Costo massimo, CHF</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Riferimento</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Travel case</source>
        <translation>Caso all’estero</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Posizioni</translation>
    </message>
    <message>
        <source>Lines of the claim</source>
        <translation>Posizioni del caso</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Prestazione</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Giorni</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Fatturato</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagato</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>What must hold</source>
        <translation>Che cosa deve valere</translation>
    </message>
    <message>
        <source>Anything against it?</source>
        <translation>Qualcosa lo esclude?</translation>
    </message>
    <message>
        <source>Not known counts as no.</source>
        <translation>Non noto vale come no.</translation>
    </message>
    <message>
        <source>Keys: J yes · N no · ? not known · Space in turn · ↑ ↓ another fact</source>
        <translation>Tasti: J sì · N no · ? non noto · Spazio a turno · ↑ ↓ altro fatto</translation>
    </message>
    <message>
        <source>{0} not known</source>
        <translation>{0} non noti</translation>
    </message>
    <message>
        <source>all known</source>
        <translation>tutti noti</translation>
    </message>
</context>
<context>
    <name>FindDelegate</name>
    <message>
        <source>no cover</source>
        <translation>nessuna copertura</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>Viste di recente</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandi</translation>
    </message>
    <message>
        <source>Nobody is found by that. Try fewer letters, a birth date, or a number.</source>
        <translation>Nessuno trovato. Provi con meno lettere, una data di nascita o un numero.</translation>
    </message>
    <message>
        <source>Type a name, a birth date, an insured number or an AHV number.</source>
        <translation>Scriva un nome, una data di nascita, un numero d’assicurato o AVS.</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Whose claim is it?</source>
        <translation>Di chi è il caso?</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cerca</translation>
    </message>
</context>
<context>
    <name>FindView</name>
    <message>
        <source>Name, birth date, insured number or AHV number</source>
        <translation>Nome, data di nascita, numero d’assicurato o AVS</translation>
    </message>
    <message>
        <source>Find a person or a command</source>
        <translation>Cerca una persona o un comando</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Risultati</translation>
    </message>
</context>
<context>
    <name>FrozenView</name>
    <message>
        <source>Letter</source>
        <translation>Lettera</translation>
    </message>
    <message>
        <source>Reverse the decision …</source>
        <translation>Annulla la decisione …</translation>
    </message>
    <message>
        <source>Decided on {0} by {1}: decision {2}, letter {3}. Nothing in it can be changed.</source>
        <translation>Deciso il {0} da {1}: decisione {2}, lettera {3}. Non si può più modificare nulla.</translation>
    </message>
</context>
<context>
    <name>InvoiceView</name>
    <message>
        <source>Provider</source>
        <translation>Fornitore</translation>
    </message>
    <message>
        <source>Beginning of the name</source>
        <translation>Inizio del nome</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>Numero della fattura</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Data della fattura</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ricevuto</translation>
    </message>
    <message>
        <source>12.3.2026</source>
        <translation>12.3.2026</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>Letter {0} was sent to the printer.</source>
        <translation>La lettera {0} è stata inviata alla stampante.</translation>
    </message>
    <message>
        <source>Letter {0} was saved as {1}.</source>
        <translation>La lettera {0} è salvata come {1}.</translation>
    </message>
    <message>
        <source>Decision {0} on claim {1}, CHF {2}: its lines are open again afterwards.</source>
        <translation>Decisione {0} sul caso {1}, CHF {2}: dopo, le sue posizioni sono di nuovo aperte.</translation>
    </message>
    <message>
        <source>These later decisions would come out otherwise:</source>
        <translation>Queste decisioni successive avrebbero un altro esito:</translation>
    </message>
    <message>
        <source>Take the decision back?</source>
        <translation>Revocare la decisione?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Revoca</translation>
    </message>
    <message>
        <source>Decision {0} was taken back.</source>
        <translation>La decisione {0} è revocata.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Stampa</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Salva come</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Adatta</translation>
    </message>
    <message>
        <source>Print the letter</source>
        <translation>Stampa la lettera</translation>
    </message>
    <message>
        <source>Save the letter as a file</source>
        <translation>Salva la lettera in un file</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Revoca la decisione</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>revocata</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Più piccolo</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Più grande</translation>
    </message>
    <message>
        <source>As wide as the page</source>
        <translation>Larghezza della pagina</translation>
    </message>
    <message>
        <source>The letter</source>
        <translation>La lettera</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettera</translation>
    </message>
    <message>
        <source>Letter {0}</source>
        <translation>Lettera {0}</translation>
    </message>
    <message>
        <source>{0}, CHF {1}, decided by {2}</source>
        <translation>{0}, CHF {1}, deciso da {2}</translation>
    </message>
    <message>
        <source>Claim {0}</source>
        <translation>Caso {0}</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Search in any language</source>
        <translation>Cerca in ogni lingua</translation>
    </message>
    <message>
        <source>Claimed all the same: enter one that is not offered, to deny it</source>
        <translation>Chiesta comunque: inserire una prestazione non offerta, per rifiutarla</translation>
    </message>
    <message>
        <source>12.3.2026</source>
        <translation>12.3.2026</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Meno campi</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>Altri campi</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Vai</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Pagina</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Aspetto</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>Chiaro e scuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Find a person or a command</source>
        <translation>Cerca una persona o un comando</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Casi</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettera</translation>
    </message>
    <message>
        <source>Claims   {number} open</source>
        <translation>Casi   aperti: {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annulla l’ultima azione</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Usual text</source>
        <translation>Testo normale</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Nothing was saved. Try again; if it comes back, tell whoever looks after the program.</source>
        <translation>Nulla è stato salvato. Riprovi; se si ripete, avvisi chi si occupa del programma.</translation>
    </message>
    <message>
        <source>That did not work: {0}.</source>
        <translation>Non ha funzionato: {0}.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find</source>
        <translation>Cerca</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>What is left</source>
        <translation>Che cosa resta</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>Nuovo caso</translation>
    </message>
    <message>
        <source>Look at today</source>
        <translation>Guarda oggi</translation>
    </message>
    <message>
        <source>The day looked at: cover, life phase and limits</source>
        <translation>Il giorno considerato: copertura, fase di vita e limiti</translation>
    </message>
    <message>
        <source>Limits: used and left</source>
        <translation>Limiti: usato e residuo</translation>
    </message>
    <message>
        <source>No cover on {0}, so there are no limits.</source>
        <translation>Nessuna copertura il {0}, quindi nessun limite.</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>Life phases: {0}</source>
        <translation>Fasi di vita: {0}</translation>
    </message>
</context>
<context>
    <name>ProfileStrip</name>
    <message>
        <source>{0} from {1}</source>
        <translation>{0} dal {1}</translation>
    </message>
    <message>
        <source>Premium band</source>
        <translation>Fascia di premio</translation>
    </message>
    <message>
        <source>Contract term</source>
        <translation>Durata contrattuale</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 anno</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} anni</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>dal {0}</translation>
    </message>
    <message>
        <source>included</source>
        <translation>inclusa</translation>
    </message>
    <message>
        <source>comes with Mivita</source>
        <translation>compresa in Mivita</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantenuta</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>non stipulata</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>su richiesta</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Claims</source>
        <translation>Casi</translation>
    </message>
    <message>
        <source>Open the person of the claim</source>
        <translation>Apri la persona del caso</translation>
    </message>
    <message>
        <source>No claim waits for this.</source>
        <translation>Nessun caso in attesa.</translation>
    </message>
    <message>
        <source>Open  {0}</source>
        <translation>Aperti  {0}</translation>
    </message>
    <message>
        <source>Facts missing  {0}</source>
        <translation>Mancano fatti  {0}</translation>
    </message>
    <message>
        <source>Waiting for the trusted doctor  {0}</source>
        <translation>Dal medico di fiducia  {0}</translation>
    </message>
    <message>
        <source>All  {0}</source>
        <translation>Tutti  {0}</translation>
    </message>
    <message>
        <source>the first {0} are shown</source>
        <translation>si vedono i primi {0}</translation>
    </message>
    <message>
        <source>trusted doctor</source>
        <translation>medico di fiducia</translation>
    </message>
    <message>
        <source>facts missing</source>
        <translation>mancano fatti</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>da decidere</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>deciso</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ricevuto</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nascita</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fornitore</translation>
    </message>
    <message>
        <source>Open lines</source>
        <translation>Aperte</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Fatturato</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>No claims yet.</source>
        <translation>Ancora nessun caso.</translation>
    </message>
    <message>
        <source>No letters yet.</source>
        <translation>Ancora nessuna lettera.</translation>
    </message>
    <message>
        <source>Nobody else is recorded in this household.</source>
        <translation>Nessun altro è registrato in questa economia domestica.</translation>
    </message>
    <message>
        <source>Nothing was taken from this limit.</source>
        <translation>Da questo limite non è stato preso nulla.</translation>
    </message>
    <message>
        <source>Claims of this person</source>
        <translation>Casi di questa persona</translation>
    </message>
    <message>
        <source>Letters to this person</source>
        <translation>Lettere a questa persona</translation>
    </message>
    <message>
        <source>Family and household</source>
        <translation>Famiglia ed economia domestica</translation>
    </message>
    <message>
        <source>Lines that used the limit</source>
        <translation>Posizioni che hanno usato il limite</translation>
    </message>
    <message>
        <source>Claims  {0}</source>
        <translation>Casi  {0}</translation>
    </message>
    <message>
        <source>Letters  {0}</source>
        <translation>Lettere  {0}</translation>
    </message>
    <message>
        <source>Family  {0}</source>
        <translation>Famiglia  {0}</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>This claim</source>
        <translation>Questo caso</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>Decide what can be decided (Ctrl+Return)</source>
        <translation>Decidi ciò che si può decidere (Ctrl+Invio)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Save without deciding (Ctrl+S)</source>
        <translation>Salva senza decidere (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Why</source>
        <translation>Perché</translation>
    </message>
    <message>
        <source>From charged to paid</source>
        <translation>Dal fatturato al pagato</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Che cosa manca</translation>
    </message>
    <message>
        <source>What it does to the limits</source>
        <translation>Effetto sui limiti</translation>
    </message>
    <message>
        <source>Which fact would change this?</source>
        <translation>Quale fatto cambierebbe l’esito?</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The store is open for reading only: {0}</source>
        <translation>L’archivio è aperto in sola lettura: {0}</translation>
    </message>
    <message>
        <source>Run `caseworker store check`, and restore a backup if it cannot be explained.</source>
        <translation>Esegua `caseworker store check` e ripristini una copia di sicurezza se non si spiega.</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>solo in lettura</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Find …   Ctrl+K</source>
        <translation>Cerca …   Ctrl+K</translation>
    </message>
    <message>
        <source>Find a person or a command</source>
        <translation>Cerca una persona o un comando</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>Viste di recente</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bozze</translation>
    </message>
    <message>
        <source>Claim not entered yet: {0}</source>
        <translation>Caso non ancora registrato: {0}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annulla l’ultima azione</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline from {0} to {1}: {2} claims</source>
        <translation>Linea del tempo dal {0} al {1}: {2} casi</translation>
    </message>
    <message>
        <source>today</source>
        <translation>oggi</translation>
    </message>
</context>
<context>
    <name>TravelView</name>
    <message>
        <source>What happened</source>
        <translation>Che cosa è successo</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Viaggio</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>Nome dell’evento</translation>
    </message>
    <message>
        <source>the day it happened</source>
        <translation>il giorno in cui è successo</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>Successo il</translation>
    </message>
    <message>
        <source>Centre told at</source>
        <translation>Centrale avvisata il</translation>
    </message>
    <message>
        <source>Start of treatment</source>
        <translation>Inizio della cura</translation>
    </message>
    <message>
        <source>Return reasonable from</source>
        <translation>Rientro esigibile dal</translation>
    </message>
    <message>
        <source>Reduction, % (art. 44)</source>
        <translation>Riduzione, % (art. 44)</translation>
    </message>
    <message>
        <source>10.2.2026 22:40 +07:00</source>
        <translation>10.2.2026 22:40 +07:00</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Look at all {0}</source>
        <translation>Mostra tutte le {0}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Supplement to a cure</source>
        <translation>Supplemento a una cura</translation>
    </message>
    <message>
        <source>Limit: {0}</source>
        <translation>Limite: {0}</translation>
    </message>
    <message>
        <source>{0} an hour</source>
        <translation>{0} l’ora</translation>
    </message>
    <message>
        <source>{0} a day</source>
        <translation>{0} al giorno</translation>
    </message>
    <message>
        <source>{0} years</source>
        <translation>{0} anni</translation>
    </message>
    <message>
        <source>Age limit</source>
        <translation>Limite d’età</translation>
    </message>
    <message>
        <source>Highest BMI</source>
        <translation>IMC massimo</translation>
    </message>
    <message>
        <source>{0} months</source>
        <translation>{0} mesi</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Periodo d’attesa</translation>
    </message>
    <message>
        <source>once in {0} years</source>
        <translation>una volta in {0} anni</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Frequenza</translation>
    </message>
</context>
<context>
    <name>claim</name>
    <message>
        <source>Reverse decision {0}?</source>
        <translation>Annullare la decisione {0}?</translation>
    </message>
    <message>
        <source>Its lines are open again, and what it used of the limits is free again.</source>
        <translation>Le sue posizioni sono di nuovo aperte e ciò che aveva usato dei limiti torna libero.</translation>
    </message>
    <message>
        <source>These later decisions would come out otherwise if they were judged anew:</source>
        <translation>Queste decisioni successive avrebbero un altro esito se giudicate di nuovo:</translation>
    </message>
    <message>
        <source>No later decision would come out otherwise.</source>
        <translation>Nessuna decisione successiva avrebbe un altro esito.</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Annulla la decisione</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>… e altre {0}</translation>
    </message>
    <message>
        <source>Still needed.</source>
        <translation>Ancora da indicare.</translation>
    </message>
    <message>
        <source>Not an amount. For example 1’234.50</source>
        <translation>Non è un importo. Per esempio 1’234.50</translation>
    </message>
    <message>
        <source>At most two decimals: 1’234.50</source>
        <translation>Al massimo due decimali: 1’234.50</translation>
    </message>
    <message>
        <source>Thousands go in groups of three: 1’234.50</source>
        <translation>Le migliaia a gruppi di tre: 1’234.50</translation>
    </message>
    <message>
        <source>An amount is not negative.</source>
        <translation>Un importo non è negativo.</translation>
    </message>
    <message>
        <source>Too high to be an invoice.</source>
        <translation>Troppo alto per una fattura.</translation>
    </message>
    <message>
        <source>No such day. For example 12.3.2026</source>
        <translation>Giorno inesistente. Per esempio 12.3.2026</translation>
    </message>
    <message>
        <source>Day and time, for example 10.2.2026 22:40</source>
        <translation>Giorno e ora, per esempio 10.2.2026 22:40</translation>
    </message>
    <message>
        <source>Not a number with at most two decimals.</source>
        <translation>Non è un numero con al massimo due decimali.</translation>
    </message>
    <message>
        <source>CHF for one unit, for example 0.9412</source>
        <translation>CHF per un’unità, per esempio 0.9412</translation>
    </message>
    <message>
        <source>A share from 0 to 100 %.</source>
        <translation>Una quota da 0 a 100 %.</translation>
    </message>
    <message>
        <source>Letters of the code only, such as CH, EUR or de.</source>
        <translation>Solo le lettere del codice, come CH, EUR o de.</translation>
    </message>
    <message>
        <source>Must be above zero.</source>
        <translation>Deve essere maggiore di zero.</translation>
    </message>
    <message>
        <source>Whole days only.</source>
        <translation>Solo giorni interi.</translation>
    </message>
    <message>
        <source>More days than the line has.</source>
        <translation>Più giorni di quelli della posizione.</translation>
    </message>
    <message>
        <source>Before the first day.</source>
        <translation>Prima del primo giorno.</translation>
    </message>
    <message>
        <source>Before the person’s birth.</source>
        <translation>Prima della nascita della persona.</translation>
    </message>
    <message>
        <source>A foreign currency needs its rate.</source>
        <translation>Una moneta estera richiede il cambio.</translation>
    </message>
    <message>
        <source>To which currency does the rate belong?</source>
        <translation>A quale moneta si riferisce il cambio?</translation>
    </message>
    <message>
        <source>The travel case above is not complete.</source>
        <translation>Il caso all’estero qui sopra non è completo.</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Prestazione</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dal</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Al</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Fatturato</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneta</translation>
    </message>
    <message>
        <source>Rate to CHF</source>
        <translation>Cambio in CHF</translation>
    </message>
    <message>
        <source>Paid by others, CHF</source>
        <translation>Pagato da altri, CHF</translation>
    </message>
    <message>
        <source>Tariff, CHF</source>
        <translation>Tariffa, CHF</translation>
    </message>
    <message>
        <source>Hours or days</source>
        <translation>Ore o giorni</translation>
    </message>
    <message>
        <source>Birth or cycle</source>
        <translation>Parto o ciclo</translation>
    </message>
    <message>
        <source>Start of treatment</source>
        <translation>Inizio della cura</translation>
    </message>
    <message>
        <source>Child born on</source>
        <translation>Figlio nato il</translation>
    </message>
    <message>
        <source>BMI</source>
        <translation>IMC</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>Documenti ricevuti</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Lingua dei documenti</translation>
    </message>
    <message>
        <source>Own assessment, CHF</source>
        <translation>Nostra stima, CHF</translation>
    </message>
    <message>
        <source>Return reasonable from</source>
        <translation>Rientro esigibile dal</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Ore</translation>
    </message>
    <message>
        <source>Days with help</source>
        <translation>Giorni con aiuto</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagato</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Non pagato</translation>
    </message>
    <message>
        <source>Facts missing</source>
        <translation>Mancano fatti</translation>
    </message>
    <message>
        <source>Needs consent</source>
        <translation>Serve il consenso</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Da pagare</translation>
    </message>
    <message>
        <source>{0} to pay</source>
        <translation>{0} da pagare</translation>
    </message>
    <message>
        <source>{0} not paid</source>
        <translation>{0} da non pagare</translation>
    </message>
    <message>
        <source>{0} waiting for facts</source>
        <translation>{0} in attesa di fatti</translation>
    </message>
    <message>
        <source>{0} waiting for consent</source>
        <translation>{0} in attesa del consenso</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>once</source>
        <translation>una volta</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0} volte</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 giorno</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} giorni</translation>
    </message>
    <message>
        <source>In Swiss francs</source>
        <translation>In franchi svizzeri</translation>
    </message>
    <message>
        <source>At most the tariff of {0}</source>
        <translation>Al massimo la tariffa di {0}</translation>
    </message>
    <message>
        <source>Less {0} that others pay</source>
        <translation>Meno {0} pagati da altri</translation>
    </message>
    <message>
        <source>At most our assessment of {0}</source>
        <translation>Al massimo la nostra stima di {0}</translation>
    </message>
    <message>
        <source>Share of these days</source>
        <translation>Quota di questi giorni</translation>
    </message>
    <message>
        <source>At most what was consented</source>
        <translation>Al massimo quanto approvato</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} di {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} a {1}</translation>
    </message>
    <message>
        <source>{0} hours at {1}</source>
        <translation>{0} ore a {1}</translation>
    </message>
    <message>
        <source>Lump sum</source>
        <translation>Importo forfettario</translation>
    </message>
    <message>
        <source>No more than it cost</source>
        <translation>Non più del costo</translation>
    </message>
    <message>
        <source>Limit: {0} left</source>
        <translation>Limite: restano {0}</translation>
    </message>
    <message>
        <source>Supplement, {0} at {1}</source>
        <translation>Supplemento, {0} a {1}</translation>
    </message>
    <message>
        <source>Reduced by {0}</source>
        <translation>Ridotto del {0}</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>{0} of {1} left to be paid</source>
        <translation>{0} di {1} ancora pagabili</translation>
    </message>
    <message>
        <source>gen. cond.</source>
        <translation>cond. gen.</translation>
    </message>
    <message>
        <source>art. {0}</source>
        <translation>art. {0}</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Malattia</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>Infortunio</translation>
    </message>
    <message>
        <source>Maternity</source>
        <translation>Maternità</translation>
    </message>
    <message>
        <source>Death</source>
        <translation>Decesso</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Vacanza</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Lavoro</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Article {0}: what it says</source>
        <translation>Articolo {0}: che cosa dice</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non noto</translation>
    </message>
    <message>
        <source>These days</source>
        <translation>Questi giorni</translation>
    </message>
    <message>
        <source>not insured</source>
        <translation>non assicurato</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>restano {0}</translation>
    </message>
    <message>
        <source>{0} of {1} used</source>
        <translation>usati {0} di {1}</translation>
    </message>
    <message>
        <source>{0} of {1} used before, {2} by this line</source>
        <translation>usati prima {0} di {1}, {2} con questa posizione</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>Not valid on the day</source>
        <translation>Non valido quel giorno</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>Dovuto</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Medico</translation>
    </message>
    <message>
        <source>Therapist</source>
        <translation>Terapista</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Ospedale</translation>
    </message>
    <message>
        <source>Pharmacy</source>
        <translation>Farmacia</translation>
    </message>
    <message>
        <source>Spa</source>
        <translation>Stabilimento di cura</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Trasporto</translation>
    </message>
    <message>
        <source>Home care</source>
        <translation>Cure a domicilio</translation>
    </message>
    <message>
        <source>under contract</source>
        <translation>convenzionato</translation>
    </message>
    <message>
        <source>recognised for {0}</source>
        <translation>riconosciuto per {0}</translation>
    </message>
    <message>
        <source>Told {0} h {1} min before it happened</source>
        <translation>Avvisata {0} h {1} min prima del fatto</translation>
    </message>
    <message>
        <source>Told after {0} h {1} min</source>
        <translation>Avvisata dopo {0} h {1} min</translation>
    </message>
    <message>
        <source>Any of {0} requirements: no</source>
        <translation>Uno dei {0} requisiti: no</translation>
    </message>
    <message>
        <source>Any of {0} exclusions: yes</source>
        <translation>Una delle {0} esclusioni: sì</translation>
    </message>
    <message>
        <source>not insured on this day</source>
        <translation>non assicurato in questo giorno</translation>
    </message>
    <message>
        <source>not in this life phase</source>
        <translation>non in questa fase di vita</translation>
    </message>
    <message>
        <source>not in this tier</source>
        <translation>non in questo livello</translation>
    </message>
    <message>
        <source>for the other sex</source>
        <translation>per l’altro sesso</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>non offerta</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>Save without deciding</source>
        <translation>Salva senza decidere</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nuova posizione</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>Copia la posizione</translation>
    </message>
    <message>
        <source>Delete the line</source>
        <translation>Elimina la posizione</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Posizione seguente</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Posizione precedente</translation>
    </message>
    <message>
        <source>First fact that is not known</source>
        <translation>Primo fatto non noto</translation>
    </message>
    <message>
        <source>Undo on this page</source>
        <translation>Annulla in questa pagina</translation>
    </message>
    <message>
        <source>Redo on this page</source>
        <translation>Ripeti in questa pagina</translation>
    </message>
    <message>
        <source>Discard what was not saved</source>
        <translation>Scarta ciò che non è salvato</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Aggiungi posizione</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Consent of the trusted doctor</source>
        <translation>Consenso del medico di fiducia</translation>
    </message>
    <message>
        <source>from the travel case</source>
        <translation>dal caso all’estero</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>Non completo</translation>
    </message>
    <message>
        <source>All {0} unknown facts confirmed</source>
        <translation>Tutti i {0} fatti non noti confermati</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Posizione {0}</translation>
    </message>
    <message>
        <source>1 not complete</source>
        <translation>1 non completa</translation>
    </message>
    <message>
        <source>{0} not complete</source>
        <translation>{0} non complete</translation>
    </message>
    <message>
        <source>new: {0}</source>
        <translation>nuovo: {0}</translation>
    </message>
    <message>
        <source>As decided with {0}.</source>
        <translation>Come deciso con {0}.</translation>
    </message>
    <message>
        <source>Choose a benefit, a day and an amount: the result appears here.</source>
        <translation>Scelga una prestazione, un giorno e un importo: qui appare l’esito.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consenso</translation>
    </message>
    <message>
        <source>Judged once this is there and right: {0}.</source>
        <translation>Valutata appena questo è indicato e corretto: {0}.</translation>
    </message>
    <message>
        <source>{0} decided</source>
        <translation>{0} già decise</translation>
    </message>
    <message>
        <source>Mend what is marked, then decide.</source>
        <translation>Correggere ciò che è segnato, poi decidere.</translation>
    </message>
    <message>
        <source>Nothing can be decided yet: the lines wait. Save keeps them open.</source>
        <translation>Non si può ancora decidere nulla: le posizioni sono in sospeso. Salvando restano aperte.</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>pagato</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rifiutato</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Treated</source>
        <translation>Cura</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fornitore</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Fatturato</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Pagato</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettera</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>revocata</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nascita</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Livello</translation>
    </message>
    <message>
        <source>no cover</source>
        <translation>nessuna copertura</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Prestazione</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Deciso</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Preso</translation>
    </message>
</context>
<context>
    <name>limits</name>
    <message>
        <source>{0} of {1} used</source>
        <translation>usati {0} di {1}</translation>
    </message>
    <message>
        <source>{0} of {1} used, {2} reserved</source>
        <translation>usati {0} di {1}, riservati {2}</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>esaurito</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>restano {0}</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>semi-private ward</source>
        <translation>reparto semiprivato</translation>
    </message>
    <message>
        <source>private ward</source>
        <translation>reparto privato</translation>
    </message>
    <message>
        <source>German</source>
        <translation>tedesco</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francese</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglese</translation>
    </message>
    <message>
        <source>{0}, women</source>
        <translation>{0}, donne</translation>
    </message>
    <message>
        <source>{0}, men</source>
        <translation>{0}, uomini</translation>
    </message>
    <message>
        <source>female</source>
        <translation>donna</translation>
    </message>
    <message>
        <source>male</source>
        <translation>uomo</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>Padre</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Madre</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Figlio</translation>
    </message>
    <message>
        <source>Same household</source>
        <translation>Stessa economia domestica</translation>
    </message>
    <message>
        <source>art. {0}</source>
        <translation>art. {0}</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 giorno</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} giorni</translation>
    </message>
    <message>
        <source>event {0}</source>
        <translation>evento {0}</translation>
    </message>
    <message>
        <source>episode {0}</source>
        <translation>episodio {0}</translation>
    </message>
    <message>
        <source>treatment from {0}</source>
        <translation>cura dal {0}</translation>
    </message>
    <message>
        <source>lifetime</source>
        <translation>tutta la vita</translation>
    </message>
</context>
</TS>
