<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Gatehouse</source>
        <translation>Über Gatehouse</translation>
    </message>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>One desk for every IP allowlist.</source>
        <translation>Ein Pult für alle IP-Zulassungslisten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copyright 2026 The Gatehouse developers. Licensed under the Apache License 2.0.</source>
        <translation>Copyright 2026 The Gatehouse developers. Lizenziert unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>&amp;Notices of Gatehouse and of what it is built with:</source>
        <translation>&amp;Hinweise zu Gatehouse und dem, woraus es gebaut ist:</translation>
    </message>
    <message>
        <source>Notices of Gatehouse and of what it is built with</source>
        <translation>Hinweise zu Gatehouse und dem, woraus es gebaut ist</translation>
    </message>
</context>
<context>
    <name>AddressClass</name>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>shared by a provider&apos;s customers</source>
        <translation>von den Kunden eines Anbieters geteilt</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>link-local</source>
        <translation>link-lokal</translation>
    </message>
    <message>
        <source>documentation</source>
        <translation>für Dokumentation</translation>
    </message>
    <message>
        <source>multicast</source>
        <translation>Multicast</translation>
    </message>
    <message>
        <source>unique local</source>
        <translation>eindeutig lokal</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
</context>
<context>
    <name>AddressGroupsDialog</name>
    <message>
        <source>Address groups</source>
        <translation>Adressgruppen</translation>
    </message>
    <message>
        <source>A group is a set of ranges with a name, such as an office or a person. It is used in many lists and changed once. It is kept on this computer; the lists follow when you apply.</source>
        <translation>Eine Gruppe ist ein benannter Satz von Bereichen, etwa für ein Büro oder eine Person. Sie wird in vielen Listen verwendet und nur einmal geändert. Sie ist auf diesem Rechner aufgehoben; die Listen folgen, wenn Sie anwenden.</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Make a new group</source>
        <translation>Eine neue Gruppe anlegen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Delete the chosen group</source>
        <translation>Die gewählte Gruppe löschen</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Office, Bob, …</source>
        <translation>Büro, Bob, …</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>&amp;Ranges</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Ranges of the group</source>
        <translation>Bereiche der Gruppe</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>Address or range to add to the group</source>
        <translation>Adresse oder Bereich zum Hinzufügen zur Gruppe</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add the range to the group</source>
        <translation>Den Bereich zur Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen range from the group</source>
        <translation>Den gewählten Bereich aus der Gruppe entfernen</translation>
    </message>
    <message>
        <source>What the range means</source>
        <translation>Was der Bereich bedeutet</translation>
    </message>
    <message>
        <source>&amp;Used in</source>
        <translation>&amp;Verwendet in</translation>
    </message>
    <message>
        <source>Lists that use the group</source>
        <translation>Listen, die die Gruppe verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Apply to &amp;lists…</source>
        <translation>Auf Listen &amp;anwenden …</translation>
    </message>
    <message>
        <source>Review what the lists need to hold what their groups want</source>
        <translation>Prüfen, was sich in den Listen ändern muss, damit sie ihren Gruppen entsprechen</translation>
    </message>
    <message>
        <source>Apply the groups to their lists</source>
        <translation>Die Gruppen auf ihre Listen anwenden</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>The answer is not JSON, although its status is good.</source>
        <translation>Die Antwort ist kein JSON, obwohl ihr Status gut ist.</translation>
    </message>
    <message>
        <source>%1: there is no address in the answer</source>
        <translation>%1: In der Antwort steht keine Adresse</translation>
    </message>
    <message>
        <source>It may have been made nevertheless. Look it up at the service.</source>
        <translation>Es kann trotzdem angelegt worden sein. Sehen Sie beim Dienst nach.</translation>
    </message>
    <message>
        <source>%1: the answer does not name what was made</source>
        <translation>%1: Die Antwort nennt nicht, was angelegt wurde</translation>
    </message>
    <message>
        <source>The answer does not tell the secret.</source>
        <translation>Die Antwort nennt das Geheimnis nicht.</translation>
    </message>
    <message>
        <source>%1: there is no list in the answer</source>
        <translation>%1: In der Antwort steht keine Liste</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>der Wert fehlt</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The list is said to be longer than any list should be.</source>
        <translation>Die Liste soll länger sein, als eine Liste sein sollte.</translation>
    </message>
    <message>
        <source>The answer has no entries and says that there are some.</source>
        <translation>Die Antwort hat keine Einträge und sagt, dass es welche gibt.</translation>
    </message>
    <message>
        <source>The answer does not say how many entries there are.</source>
        <translation>Die Antwort sagt nicht, wie viele Einträge es gibt.</translation>
    </message>
    <message>
        <source>The answer has more entries than it says there are.</source>
        <translation>Die Antwort hat mehr Einträge, als es nach ihr gibt.</translation>
    </message>
    <message>
        <source>The list changed while it was read.</source>
        <translation>Die Liste hat sich geändert, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>A page has not the number of entries it should have.</source>
        <translation>Eine Seite hat nicht so viele Einträge, wie sie haben sollte.</translation>
    </message>
    <message>
        <source>A page in the middle of the list is empty.</source>
        <translation>Eine Seite mitten in der Liste ist leer.</translation>
    </message>
    <message>
        <source>The pages of the list go round in a circle.</source>
        <translation>Die Seiten der Liste führen im Kreis.</translation>
    </message>
    <message>
        <source>The answer does not say whether there are more pages.</source>
        <translation>Die Antwort sagt nicht, ob es weitere Seiten gibt.</translation>
    </message>
    <message>
        <source>A page of the list came twice.</source>
        <translation>Eine Seite der Liste kam zweimal.</translation>
    </message>
    <message>
        <source>The entry with the id %1 came twice.</source>
        <translation>Der Eintrag mit der ID %1 kam zweimal.</translation>
    </message>
    <message>
        <source>The answer does not say whether the entries are valid.</source>
        <translation>Die Antwort sagt nicht, ob die Einträge gültig sind.</translation>
    </message>
    <message>
        <source>A web page came instead of the answer. Does this network ask for a login, or is the base URL that of a web site?</source>
        <translation>Statt der Antwort kam eine Webseite. Verlangt dieses Netz eine Anmeldung, oder ist die Basis-URL die einer Website?</translation>
    </message>
    <message>
        <source>A web page came (“%1”) instead of the answer. Does this network ask for a login, or is the base URL that of a web site?</source>
        <translation>Statt der Antwort kam eine Webseite („%1“). Verlangt dieses Netz eine Anmeldung, oder ist die Basis-URL die einer Website?</translation>
    </message>
    <message>
        <source>the id is missing</source>
        <translation>die ID fehlt</translation>
    </message>
    <message>
        <source>%1 is no id</source>
        <translation>%1 ist keine ID</translation>
    </message>
    <message>
        <source>the range is missing, and %1 looks like one: the definition should name it</source>
        <translation>der Bereich fehlt, und %1 sieht wie einer aus: die Definition sollte ihn nennen</translation>
    </message>
    <message>
        <source>the range seems to stand in two members, this one and %1, which cannot be read together; a definition that knows better names %1 in entry.range.apart</source>
        <translation>der Bereich scheint in zwei Feldern zu stehen, in diesem und in %1, die nicht zusammen gelesen werden können; eine Definition, die es besser weiß, nennt %1 in entry.range.apart</translation>
    </message>
    <message>
        <source>%1 is no label</source>
        <translation>%1 ist keine Bezeichnung</translation>
    </message>
    <message>
        <source>%1 does not say whether the entry is active</source>
        <translation>%1 sagt nicht, ob der Eintrag aktiv ist</translation>
    </message>
    <message>
        <source>The key “%1” stands twice in one object of the answer, so nobody can tell what it means.</source>
        <translation>Der Schlüssel „%1“ steht zweimal in einem Objekt der Antwort; niemand kann sagen, was gilt.</translation>
    </message>
    <message>
        <source>%1 is %2, and the definition speaks only of lists where it is %3</source>
        <translation>%1 ist %2, und die Definition gilt nur für Listen, in denen es %3 ist</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2 came instead of a list</source>
        <translation>%1: statt einer Liste kam %2</translation>
    </message>
    <message>
        <source>%1: %2 does not name the next page</source>
        <translation>%1: %2 nennt die nächste Seite nicht</translation>
    </message>
    <message>
        <source>%1, which stands beside the list, is %2 at the service, and every change would make it %3. The list is not opened, so that nothing is overwritten unseen.</source>
        <translation>%1 neben der Liste ist beim Dienst %2, und jede Änderung würde %3 daraus machen. Die Liste wird nicht geöffnet, damit nichts ungesehen überschrieben wird.</translation>
    </message>
    <message>
        <source>%1 has no zone, so nobody can tell when that is</source>
        <translation>%1 hat keine Zeitzone; niemand kann sagen, wann das ist</translation>
    </message>
    <message>
        <source>%1 is no time like 2027-03-01T12:00:00Z</source>
        <translation>%1 ist keine Zeit wie 2027-03-01T12:00:00Z</translation>
    </message>
    <message>
        <source>%1 is no time in seconds or milliseconds since 1970</source>
        <translation>%1 ist keine Zeit in Sekunden oder Millisekunden seit 1970</translation>
    </message>
</context>
<context>
    <name>CommandRun</name>
    <message>
        <source>%1 could not be run: %2</source>
        <translation>%1 konnte nicht ausgeführt werden: %2</translation>
    </message>
    <message>
        <source>%1 did not end by itself, and was ended.</source>
        <translation>%1 endete nicht von selbst und wurde beendet.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Which version shall stand?</source>
        <translation>Welche Fassung soll gelten?</translation>
    </message>
    <message>
        <source>This entry was changed here and at the service, differently. Nothing is sent before you apply.</source>
        <translation>Dieser Eintrag wurde hier und beim Dienst geändert, verschieden. Nichts wird gesendet, bevor Sie anwenden.</translation>
    </message>
    <message>
        <source>The versions of the entry</source>
        <translation>Die Fassungen des Eintrags</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>The service’s</source>
        <translation>Die des Dienstes</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Choose later</source>
        <translation>Später wählen</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>What the service has stays, and what you want is added; for two ranges only</source>
        <translation>Was der Dienst hat, bleibt, und was Sie wollen, kommt hinzu; nur bei zwei Bereichen</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>Beide Fassungen behalten</translation>
    </message>
    <message>
        <source>Take the &amp;service’s</source>
        <translation>Die des &amp;Dienstes nehmen</translation>
    </message>
    <message>
        <source>Take the version of the service</source>
        <translation>Die Fassung des Dienstes nehmen</translation>
    </message>
    <message>
        <source>Keep &amp;mine</source>
        <translation>&amp;Meine behalten</translation>
    </message>
    <message>
        <source>Keep my version</source>
        <translation>Meine Fassung behalten</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connect a service</source>
        <translation>Dienst verbinden</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Über den Dienst</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>as you call this list</source>
        <translation>wie Sie diese Liste nennen</translation>
    </message>
    <message>
        <source>Base &amp;URL:</source>
        <translation>Basis-&amp;URL:</translation>
    </message>
    <message>
        <source>Base URL of the service</source>
        <translation>Basis-URL des Dienstes</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Das Geheimnis anzeigen</translation>
    </message>
    <message>
        <source>Changes:</source>
        <translation>Änderungen:</translation>
    </message>
    <message>
        <source>apply a&amp;t once</source>
        <translation>so&amp;fort anwenden</translation>
    </message>
    <message>
        <source>Apply each change at once</source>
        <translation>Jede Änderung sofort anwenden</translation>
    </message>
    <message>
        <source>are c&amp;ollected and applied together</source>
        <translation>sa&amp;mmeln und gemeinsam anwenden</translation>
    </message>
    <message>
        <source>Collect changes and apply them together</source>
        <translation>Änderungen sammeln und gemeinsam anwenden</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Die Verbindung testen</translation>
    </message>
    <message>
        <source>Read the list once with these settings, without keeping anything</source>
        <translation>Die Liste einmal mit diesen Einstellungen lesen, ohne etwas aufzuheben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Save the connection</source>
        <translation>Die Verbindung speichern</translation>
    </message>
    <message>
        <source>How sure Gatehouse is of this service</source>
        <translation>Wie sicher sich Gatehouse bei diesem Dienst ist</translation>
    </message>
    <message>
        <source>List:</source>
        <translation>Liste:</translation>
    </message>
    <message>
        <source>Which list is meant</source>
        <translation>Welche Liste gemeint ist</translation>
    </message>
    <message>
        <source>Expiry:</source>
        <translation>Ablauf:</translation>
    </message>
    <message>
        <source>&amp;Write it into the label</source>
        <translation>In die Be&amp;zeichnung schreiben</translation>
    </message>
    <message>
        <source>Write the expiry into the label</source>
        <translation>Den Ablauf in die Bezeichnung schreiben</translation>
    </message>
    <message>
        <source>Where the service is reached, and what hardly anybody changes</source>
        <translation>Wo der Dienst erreicht wird, und was kaum jemand ändert</translation>
    </message>
    <message>
        <source>Show the advanced settings</source>
        <translation>Die erweiterten Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Ver&amp;ify…</source>
        <translation>&amp;Prüfen …</translation>
    </message>
    <message>
        <source>Verify that this computer is let in</source>
        <translation>Prüfen, ob dieser Rechner eingelassen wird</translation>
    </message>
    <message>
        <source>Ask what the list guards whether it lets this computer in</source>
        <translation>Fragen, ob das, was die Liste schützt, diesen Rechner einlässt</translation>
    </message>
    <message>
        <source>Ser&amp;vice:</source>
        <translation>&amp;Dienst:</translation>
    </message>
    <message>
        <source>Sec&amp;ret:</source>
        <translation>&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>&amp;Erweitert</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>&amp;CA-Datei:</translation>
    </message>
    <message>
        <source>Certificate of an authority to trust</source>
        <translation>Zertifikat einer Stelle, der vertraut wird</translation>
    </message>
    <message>
        <source>Only for an authority of your own</source>
        <translation>Nur für eine eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>a comma or the end of the line is missing after the quote</source>
        <translation>nach dem Anführungszeichen fehlt ein Komma oder das Zeilenende</translation>
    </message>
    <message>
        <source>a quote may only stand in a cell that is in quotes</source>
        <translation>ein Anführungszeichen darf nur in einer Zelle stehen, die selbst in Anführungszeichen steht</translation>
    </message>
    <message>
        <source>the quote that begins here is never closed</source>
        <translation>das Anführungszeichen, das hier beginnt, wird nie geschlossen</translation>
    </message>
    <message>
        <source>there are too many cells</source>
        <translation>es sind zu viele Zellen</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Gatehouse (its schema is version %2, this program knows up to %3). Install the newer one.</source>
        <translation>%1 wurde von einer neueren Version von Gatehouse geschrieben (ihr Schema hat die Version %2, dieses Programm kennt bis %3). Installieren Sie die neuere.</translation>
    </message>
    <message>
        <source>The database refused a statement: %1</source>
        <translation>Die Datenbank hat eine Anweisung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The database&apos;s option %1 cannot hold a semicolon.</source>
        <translation>Die Option %1 der Datenbank kann kein Semikolon enthalten.</translation>
    </message>
    <message>
        <source>“%1” is not an option of a database&apos;s address. There are host, user, sslmode, sslrootcert, sslcert, sslkey and passfile.</source>
        <translation>„%1“ ist keine Option der Adresse einer Datenbank. Es gibt host, user, sslmode, sslrootcert, sslcert, sslkey und passfile.</translation>
    </message>
    <message>
        <source>The database&apos;s address cannot be read. It looks like postgresql://user@host:5432/name; special characters in a user&apos;s name or password are written as in other addresses (%40 for @, %2F for /).</source>
        <translation>Die Adresse der Datenbank ist nicht lesbar. Sie sieht aus wie postgresql://user@host:5432/name; Sonderzeichen in Benutzername oder Passwort werden wie in anderen Adressen geschrieben (%40 für @, %2F für /).</translation>
    </message>
    <message>
        <source>The database&apos;s address names no database: it ends with /name.</source>
        <translation>Die Adresse der Datenbank nennt keine Datenbank: Sie endet mit /name.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost.</source>
        <translation>Die Verbindung zur Datenbank %1 ist abgebrochen.</translation>
    </message>
</context>
<context>
    <name>DeployTarget</name>
    <message>
        <source>“%1” is not a place to deploy to: expected nginx:FILE or file:FILE, or with another list than that of the environment local nginx:KIND/ID:FILE, such as nginx:organization/acme:/etc/nginx/acme.</source>
        <translation>„%1“ ist kein Ziel für die Bereitstellung: Erwartet wird nginx:DATEI oder file:DATEI, oder mit einer anderen Liste als der der Umgebung local nginx:ART/ID:DATEI, etwa nginx:organization/acme:/etc/nginx/acme.</translation>
    </message>
</context>
<context>
    <name>Deployer</name>
    <message>
        <source>Two lists cannot be deployed to the same file %1.</source>
        <translation>Zwei Listen können nicht in derselben Datei %1 bereitgestellt werden.</translation>
    </message>
    <message>
        <source>There is no %1 whose list could be deployed.</source>
        <translation>Es gibt keinen Geltungsbereich %1, dessen Liste bereitgestellt werden könnte.</translation>
    </message>
</context>
<context>
    <name>EmbeddedService</name>
    <message>
        <source>The proxy range “%1” cannot be used: %2</source>
        <translation>Der Proxy-Bereich „%1“ kann nicht verwendet werden: %2</translation>
    </message>
</context>
<context>
    <name>EntryCell</name>
    <message>
        <source>Any address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>2^%1</source>
        <translation>2^%1</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a day and time, %2 a person or the name of an API token</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · mine</source>
        <translation>%1 · meine</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>how many addresses an entry lets in, or whether it lets anybody in</extracomment>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>EntryColumn</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Whether the entry lets anybody in</source>
        <translation>Ob der Eintrag jemanden einlässt</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Who is let in</source>
        <translation>Wer eingelassen wird</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>What the entry is for</source>
        <translation>Wozu der Eintrag da ist</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>When the entry ends by itself</source>
        <translation>Wann der Eintrag von selbst endet</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>How many addresses the range has</source>
        <translation>Wie viele Adressen der Bereich hat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Whether the service has the entry like this</source>
        <translation>Ob der Dienst den Eintrag so hat</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>When the entry was made and by whom, where the service tells</source>
        <translation>Wann und von wem der Eintrag angelegt wurde, wo der Dienst es sagt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>When the entry was last changed and by whom, where the service tells</source>
        <translation>Wann und von wem der Eintrag zuletzt geändert wurde, wo der Dienst es sagt</translation>
    </message>
</context>
<context>
    <name>EntryFilter</name>
    <message>
        <source>Active entries</source>
        <translation>Aktive Einträge</translation>
    </message>
    <message>
        <source>Inactive entries</source>
        <translation>Inaktive Einträge</translation>
    </message>
    <message>
        <source>Expired entries</source>
        <translation>Abgelaufene Einträge</translation>
    </message>
    <message>
        <source>Entries with pending changes</source>
        <translation>Einträge mit ausstehenden Änderungen</translation>
    </message>
    <message>
        <source>Entries that let %1 in while they are active</source>
        <translation>Einträge, die %1 einlassen, solange sie aktiv sind</translation>
    </message>
    <message>
        <source>Active entries: these let %1 in</source>
        <translation>Aktive Einträge: Diese lassen %1 ein</translation>
    </message>
    <message>
        <source>Inactive entries that would let %1 in</source>
        <translation>Inaktive Einträge, die %1 einlassen würden</translation>
    </message>
    <message>
        <source>Expired entries that would let %1 in</source>
        <translation>Abgelaufene Einträge, die %1 einlassen würden</translation>
    </message>
    <message>
        <source>Entries with pending changes that contain %1</source>
        <translation>Einträge, die %1 enthalten und ausstehende Änderungen haben</translation>
    </message>
    <message>
        <source>Entries that overlap %1</source>
        <translation>Einträge, die sich mit %1 überschneiden</translation>
    </message>
    <message>
        <source>Active entries that overlap %1</source>
        <translation>Aktive Einträge, die sich mit %1 überschneiden</translation>
    </message>
    <message>
        <source>Inactive entries that overlap %1</source>
        <translation>Inaktive Einträge, die sich mit %1 überschneiden</translation>
    </message>
    <message>
        <source>Expired entries that overlap %1</source>
        <translation>Abgelaufene Einträge, die sich mit %1 überschneiden</translation>
    </message>
    <message>
        <source>Entries with pending changes that overlap %1</source>
        <translation>Einträge, die sich mit %1 überschneiden und ausstehende Änderungen haben</translation>
    </message>
    <message>
        <source>Entries with “%1” in the label or range</source>
        <translation>Einträge mit „%1“ in Bezeichnung oder Bereich</translation>
    </message>
    <message>
        <source>Active entries with “%1” in the label or range</source>
        <translation>Aktive Einträge mit „%1“ in Bezeichnung oder Bereich</translation>
    </message>
    <message>
        <source>Inactive entries with “%1” in the label or range</source>
        <translation>Inaktive Einträge mit „%1“ in Bezeichnung oder Bereich</translation>
    </message>
    <message>
        <source>Expired entries with “%1” in the label or range</source>
        <translation>Abgelaufene Einträge mit „%1“ in Bezeichnung oder Bereich</translation>
    </message>
    <message>
        <source>Entries with pending changes and “%1” in the label or range</source>
        <translation>Einträge mit ausstehenden Änderungen und „%1“ in Bezeichnung oder Bereich</translation>
    </message>
    <message>
        <source>Entries that need attention</source>
        <translation>Einträge, die Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Entries that need attention and contain %1</source>
        <translation>Einträge, die %1 enthalten und Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Entries that need attention and overlap %1</source>
        <translation>Einträge, die sich mit %1 überschneiden und Aufmerksamkeit brauchen</translation>
    </message>
    <message>
        <source>Entries that need attention, with “%1” in the label or range</source>
        <translation>Einträge, die Aufmerksamkeit brauchen, mit „%1“ in Bezeichnung oder Bereich</translation>
    </message>
</context>
<context>
    <name>EntryFormat</name>
    <message>
        <source>Stands for this computer: it follows your address when that changes.</source>
        <translation>Steht für diesen Rechner: Der Eintrag folgt Ihrer Adresse, wenn sie sich ändert.</translation>
    </message>
</context>
<context>
    <name>EntryOutcome</name>
    <message>
        <source>The service does not know the entry %1 any more (HTTP %2).</source>
        <translation>Der Dienst kennt den Eintrag %1 nicht mehr (HTTP %2).</translation>
    </message>
    <message>
        <source>The service does not let this secret change %1 (HTTP %2).</source>
        <translation>Der Dienst lässt %1 mit diesem Geheimnis nicht ändern (HTTP %2).</translation>
    </message>
    <message>
        <source>The service says that %1 is in conflict with what it has (HTTP %2).</source>
        <translation>Der Dienst sagt, dass %1 dem widerspricht, was er hat (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 is not at the service any more.</source>
        <translation>%1 ist nicht mehr beim Dienst.</translation>
    </message>
    <message>
        <source>%1 is still at the service.</source>
        <translation>%1 ist noch beim Dienst.</translation>
    </message>
    <message>
        <source>%1 is still %2 at the service.</source>
        <translation>%1 ist beim Dienst noch %2.</translation>
    </message>
    <message>
        <source>%1 is active at the service, although it was sent switched off.</source>
        <translation>%1 ist beim Dienst aktiv, obwohl es ausgeschaltet gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 is switched off at the service, although it was sent active.</source>
        <translation>%1 ist beim Dienst ausgeschaltet, obwohl es aktiv gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 has the label “%2” at the service; “%3” was sent.</source>
        <translation>%1 hat beim Dienst die Bezeichnung „%2“; gesendet wurde „%3“.</translation>
    </message>
    <message>
        <source>%1 expires at %2 at the service, which is not what was sent.</source>
        <translation>%1 läuft beim Dienst ab: %2. Gesendet wurde etwas anderes.</translation>
    </message>
    <message>
        <source>%1 never expires at the service, although it was sent with an end.</source>
        <translation>%1 läuft beim Dienst nie ab, obwohl es mit einem Ende gesendet wurde.</translation>
    </message>
    <message>
        <source>The service took %1 and does not show it. Do not add it again before you have looked at the list in a while.</source>
        <translation>Der Dienst hat %1 angenommen und zeigt es nicht. Fügen Sie es nicht noch einmal hinzu, bevor Sie in einer Weile in die Liste gesehen haben.</translation>
    </message>
    <message>
        <source>The service took the change of %1 and still shows it as it was. Look at the list in a while.</source>
        <translation>Der Dienst hat die Änderung von %1 angenommen und zeigt es noch, wie es war. Sehen Sie in einer Weile in die Liste.</translation>
    </message>
    <message>
        <source>The service took the removal of %1 and still shows it. Look at the list in a while.</source>
        <translation>Der Dienst hat angenommen, dass %1 entfernt wird, und zeigt es noch. Sehen Sie in einer Weile in die Liste.</translation>
    </message>
    <message>
        <source>%1 It answered: “%2”</source>
        <translation>%1 Er antwortete: „%2“</translation>
    </message>
    <message>
        <source>%1 was not sent, since a change before it failed.</source>
        <translation>%1 wurde nicht gesendet, weil eine Änderung davor fehlschlug.</translation>
    </message>
    <message>
        <source>Nobody knows what became of %1: the list could not be read back. Reload it before you send this again.</source>
        <translation>Niemand weiß, was aus %1 geworden ist: Die Liste konnte nicht zurückgelesen werden. Laden Sie sie neu, bevor Sie es wieder senden.</translation>
    </message>
</context>
<context>
    <name>EntryStatus</name>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>The service did not take this change. It is kept here.</source>
        <translation>Der Dienst hat diese Änderung nicht angenommen. Sie ist hier aufgehoben.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Changed here and at the service. Choose which of them to keep.</source>
        <translation>Hier und beim Dienst geändert. Wählen Sie, was bleiben soll.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>On its way to the service.</source>
        <translation>Auf dem Weg zum Dienst.</translation>
    </message>
    <message>
        <source>To add</source>
        <translation>Hinzuzufügen</translation>
    </message>
    <message>
        <source>Only here so far. Apply sends it to the service.</source>
        <translation>Bisher nur hier. „Anwenden“ sendet es an den Dienst.</translation>
    </message>
    <message>
        <source>To change</source>
        <translation>Zu ändern</translation>
    </message>
    <message>
        <source>The service still has the old values. Apply sends the new ones.</source>
        <translation>Der Dienst hat noch die alten Werte. „Anwenden“ sendet die neuen.</translation>
    </message>
    <message>
        <source>To remove</source>
        <translation>Zu entfernen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Its time is over: it lets nobody in any more.</source>
        <translation>Seine Zeit ist um: Er lässt niemanden mehr ein.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>The service has it like this: it lets these addresses in.</source>
        <translation>Der Dienst hat ihn so: Er lässt diese Adressen ein.</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Switched off: it lets nobody in.</source>
        <translation>Ausgeschaltet: Er lässt niemanden ein.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Its time is over, and the service still lets it in. Gatehouse removes it there as soon as it can.</source>
        <translation>Seine Zeit ist um, und der Dienst lässt ihn noch ein. Gatehouse entfernt ihn dort, sobald es kann.</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>The service does not have it any more, though nobody removed it here. Bring it back, or remove what is left of it.</source>
        <translation>Der Dienst hat ihn nicht mehr, obwohl ihn hier niemand entfernt hat. Bringen Sie ihn zurück, oder entfernen Sie, was von ihm übrig ist.</translation>
    </message>
    <message>
        <source>It stays until you apply.</source>
        <translation>Er bleibt, bis Sie anwenden.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>It is no range but something of the service&apos;s own, so nobody here can tell whether it lets anybody in. It can be seen and not changed.</source>
        <translation>Er ist kein Bereich, sondern etwas Eigenes des Dienstes. Ob er jemanden einlässt, kann hier niemand sagen. Er ist zu sehen und nicht zu ändern.</translation>
    </message>
</context>
<context>
    <name>EntryTip</name>
    <message>
        <source>The service has no label.</source>
        <translation>Beim Dienst ohne Bezeichnung.</translation>
    </message>
    <message>
        <source>The service has: %1</source>
        <translation>Beim Dienst: %1</translation>
    </message>
    <message>
        <source>Added by %1 on %2</source>
        <translation>Hinzugefügt von %1 am %2</translation>
    </message>
    <message>
        <source>Last changed by %1 on %2</source>
        <translation>Zuletzt geändert von %1 am %2</translation>
    </message>
    <message>
        <source>Added on %1</source>
        <translation>Hinzugefügt am %1</translation>
    </message>
    <message>
        <source>Last changed on %1</source>
        <translation>Zuletzt geändert am %1</translation>
    </message>
    <message>
        <source>Added by %1</source>
        <translation>Hinzugefügt von %1</translation>
    </message>
    <message>
        <source>Last changed by %1</source>
        <translation>Zuletzt geändert von %1</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
    <message>
        <source>Kept on this computer: the service has no place for it.</source>
        <translation>Auf diesem Rechner aufgehoben: Der Dienst hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>Written into the label at the service, where every computer can see and end it.</source>
        <translation>In die Bezeichnung beim Dienst geschrieben, wo jeder Rechner es sehen und beenden kann.</translation>
    </message>
    <message>
        <source>Kept by the service.</source>
        <translation>Vom Dienst aufgehoben.</translation>
    </message>
    <message>
        <source>Somebody changed this entry elsewhere.</source>
        <translation>Jemand hat diesen Eintrag anderswo geändert.</translation>
    </message>
    <message>
        <source>This entry is no range, so nobody here can tell whom it lets in. It can be seen and not changed, and goes back to the service as it came.</source>
        <translation>Dieser Eintrag ist kein Bereich; wen er einlässt, kann hier niemand sagen. Er ist zu sehen und nicht zu ändern, und geht an den Dienst zurück, wie er kam.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This cannot be used as it is. Correct it and try again.</source>
        <translation>So kann das nicht verwendet werden. Berichtigen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The service does not accept the secret. Enter a new one in the connection&apos;s settings.</source>
        <translation>Der Dienst nimmt das Geheimnis nicht an. Geben Sie in den Einstellungen der Verbindung ein neues ein.</translation>
    </message>
    <message>
        <source>The service refuses this. Check that the secret has the permission and that your address is let in.</source>
        <translation>Der Dienst lehnt das ab. Prüfen Sie, ob das Geheimnis die Berechtigung hat und Ihre Adresse eingelassen wird.</translation>
    </message>
    <message>
        <source>The service does not know this list. Check the address and the scope in the connection&apos;s settings.</source>
        <translation>Der Dienst kennt diese Liste nicht. Prüfen Sie Adresse und Geltungsbereich in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The list was changed elsewhere at the same place. Choose which version shall stand.</source>
        <translation>Die Liste wurde anderswo an derselben Stelle geändert. Wählen Sie, welche Fassung gelten soll.</translation>
    </message>
    <message>
        <source>The service asks to slow down. Try again in a while.</source>
        <translation>Der Dienst bittet um Geduld. Versuchen Sie es in einer Weile erneut.</translation>
    </message>
    <message>
        <source>The service has a fault of its own. Try again later.</source>
        <translation>Der Dienst hat selbst einen Fehler. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The service cannot be reached. Check the network and the connection&apos;s address.</source>
        <translation>Der Dienst ist nicht erreichbar. Prüfen Sie das Netz und die Adresse der Verbindung.</translation>
    </message>
    <message>
        <source>The service did not answer in time. Try again.</source>
        <translation>Der Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The secure connection failed. Nothing was sent.</source>
        <translation>Die sichere Verbindung ist gescheitert. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent: the address is not protected by TLS, or the service points to another host.</source>
        <translation>Es wurde nichts gesendet: Die Adresse ist nicht durch TLS geschützt, oder der Dienst verweist auf einen anderen Rechner.</translation>
    </message>
    <message>
        <source>The answer is not what this service should say. The list was left as it was.</source>
        <translation>Die Antwort ist nicht die, die dieser Dienst geben sollte. Die Liste blieb, wie sie war.</translation>
    </message>
    <message>
        <source>The answer is larger than any list should be. It was not read.</source>
        <translation>Die Antwort ist größer, als eine Liste sein sollte. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Read back, the list is not what was sent. Compare before you go on.</source>
        <translation>Beim Zurücklesen ist die Liste nicht, was gesendet wurde. Vergleichen Sie, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>No secret is stored for this connection. Enter it in the connection&apos;s settings.</source>
        <translation>Für diese Verbindung ist kein Geheimnis gespeichert. Geben Sie es in den Einstellungen der Verbindung ein.</translation>
    </message>
    <message>
        <source>The keychain does not give the secret. Unlock it and try again.</source>
        <translation>Der Schlüsselbund gibt das Geheimnis nicht heraus. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This computer cannot keep the data. Check free space and permissions.</source>
        <translation>Dieser Rechner kann die Daten nicht aufbewahren. Prüfen Sie freien Platz und Berechtigungen.</translation>
    </message>
    <message>
        <source>A service definition cannot be used.</source>
        <translation>Eine Dienstbeschreibung kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The service refuses this computer&apos;s address, whatever the secret. Add the address to the list from a computer or network that is let in.</source>
        <translation>Der Dienst lehnt die Adresse dieses Rechners ab, gleich mit welchem Geheimnis. Fügen Sie die Adresse von einem Rechner oder Netz aus hinzu, das eingelassen wird.</translation>
    </message>
    <message>
        <source>This would lock you out. Nothing was changed.</source>
        <translation>Das würde Sie aussperren. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The service is busy with another change. Try again in a while.</source>
        <translation>Der Dienst ist mit einer anderen Änderung beschäftigt. Versuchen Sie es in einer Weile erneut.</translation>
    </message>
    <message>
        <source>The service knows no list at %1. Check the address and the scope in the connection&apos;s settings.</source>
        <translation>Der Dienst kennt keine Liste unter %1. Prüfen Sie Adresse und Geltungsbereich in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>What %1 answers is not what this service should say. The list was left as it was.</source>
        <translation>Was %1 antwortet, ist nicht das, was dieser Dienst sagen sollte. Die Liste blieb, wie sie war.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and the connection&apos;s address.</source>
        <translation>%1 ist nicht zu erreichen. Prüfen Sie das Netz und die Adresse der Verbindung.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The service rejects the change.</source>
        <translation>Der Dienst lehnt die Änderung ab.</translation>
    </message>
    <message>
        <source>The list or the changes are not those that were reviewed. Nothing was sent: review them again.</source>
        <translation>Die Liste oder die Änderungen sind nicht die, die geprüft wurden. Es wurde nichts gesendet: Prüfen Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>ErrorDetailsDialog</name>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>HTTP status:</source>
        <translation>HTTP-Status:</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Request id:</source>
        <translation>Anfrage-ID:</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>What the service said</source>
        <translation>Was der Dienst gesagt hat</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Die Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy everything shown here, for a message to the support of the service</source>
        <translation>Alles hier Gezeigte kopieren, für eine Nachricht an den Support des Dienstes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Expiry</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>6 hours</source>
        <translation>6 Stunden</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>1 month (30 days)</source>
        <translation>1 Monat (30 Tage)</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 h %2 min</source>
        <translation>in %1 Std. %2 Min.</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln Std.</numerusform>
            <numerusform>in %Ln Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln Min.</numerusform>
            <numerusform>in %Ln Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag abgelaufen</numerusform>
            <numerusform>vor %Ln Tagen abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>expired %1 h %2 min ago</source>
        <translation>vor %1 Std. %2 Min. abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln h ago</source>
        <translation>
            <numerusform>vor %Ln Std. abgelaufen</numerusform>
            <numerusform>vor %Ln Std. abgelaufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln min ago</source>
        <translation>
            <numerusform>vor %Ln Min. abgelaufen</numerusform>
            <numerusform>vor %Ln Min. abgelaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>expired just now</source>
        <translation>gerade abgelaufen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>ExpiryPopup</name>
    <message>
        <source>Choose when it expires</source>
        <translation>Ablauf wählen</translation>
    </message>
    <message>
        <source>Time until it expires</source>
        <translation>Zeit bis zum Ablauf</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Expire at this time</source>
        <translation>Zu dieser Zeit ablaufen</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
</context>
<context>
    <name>FollowDialog</name>
    <message>
        <source>Your address has changed</source>
        <translation>Ihre Adresse hat sich geändert</translation>
    </message>
    <message>
        <source>These entries are marked as yours and are where you no longer are. In each list that is chosen the new address is added, and once that is live the old one is removed.</source>
        <translation>Diese Einträge sind als Ihre gekennzeichnet und nennen eine Adresse, die Sie nicht mehr haben. In jeder gewählten Liste wird die neue Adresse hinzugefügt und, sobald sie in Kraft ist, die alte entfernt.</translation>
    </message>
    <message>
        <source>Lists in which your address is to be changed</source>
        <translation>Listen, in denen Ihre Adresse zu ändern ist</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Change the &amp;chosen lists</source>
        <translation>&amp;Gewählte Listen ändern</translation>
    </message>
    <message>
        <source>Change my address in the chosen lists</source>
        <translation>Meine Adresse in den gewählten Listen ändern</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>%1 (%2) is on the list already, by an entry of its own. No group will remove that.</source>
        <translation>%1 (%2) steht schon mit einem eigenen Eintrag auf der Liste. Keine Gruppe wird ihn entfernen.</translation>
    </message>
    <message>
        <source>%1 (%2) is on the list, switched off or expired. It is left as it is.</source>
        <translation>%1 (%2) steht auf der Liste, ausgeschaltet oder abgelaufen. Der Eintrag bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>%1 stays: its entry was not made by the group %2, or has been changed since.</source>
        <translation>%1 bleibt: Der Eintrag stammt nicht von der Gruppe %2 oder wurde seitdem geändert.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Read for the first time</source>
        <translation>Zum ersten Mal gelesen</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <source>Expired at the service</source>
        <translation>Beim Dienst abgelaufen</translation>
    </message>
    <message>
        <source>Applied here</source>
        <translation>Hier angewendet</translation>
    </message>
    <message>
        <source>Restored here</source>
        <translation>Hier wiederhergestellt</translation>
    </message>
    <message>
        <source>Ended by the keeper</source>
        <translation>Vom Wächter beendet</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Versions of the list</source>
        <translation>Fassungen der Liste</translation>
    </message>
    <message>
        <source>Nothing is kept yet. The first version comes with the first reading of the list.</source>
        <translation>Noch ist nichts aufgehoben. Die erste Fassung kommt mit dem ersten Lesen der Liste.</translation>
    </message>
    <message>
        <source>Co&amp;mpared with:</source>
        <translation>&amp;Verglichen mit:</translation>
    </message>
    <message>
        <source>What the chosen version is compared with</source>
        <translation>Womit die gewählte Fassung verglichen wird</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Restore as draft</source>
        <translation>Als Entwurf &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Want the list to be as in the chosen version; nothing is sent before you apply it</source>
        <translation>Die Liste soll wie in der gewählten Fassung sein; gesendet wird erst, wenn Sie anwenden</translation>
    </message>
    <message>
        <source>Restore the chosen version as a draft</source>
        <translation>Die gewählte Fassung als Entwurf wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>There is no certificate in %1. A CA file is a text file (PEM) with the certificate of the authority.</source>
        <translation>In %1 steht kein Zertifikat. Eine CA-Datei ist eine Textdatei (PEM) mit dem Zertifikat der Stelle.</translation>
    </message>
    <message>
        <source>The certificate of %1 is issued by “%2”, an authority that this computer does not trust. If you trust it, give its certificate as the CA file of the connection (`connect --ca-file`), or name it in SSL_CERT_FILE.</source>
        <translation>Das Zertifikat von %1 ist von „%2“ ausgestellt, einer Stelle, der dieser Rechner nicht vertraut. Wenn Sie ihr vertrauen, geben Sie ihr Zertifikat als CA-Datei der Verbindung an (`connect --ca-file`) oder nennen Sie es in SSL_CERT_FILE.</translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>%1 is in use by another program. Choose another port.</source>
        <translation>%1 wird von einem anderen Programm benutzt. Wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Auf %1 können keine Verbindungen angenommen werden: %2.</translation>
    </message>
    <message>
        <source>The TLS file %1 cannot be used: %2.</source>
        <translation>Die TLS-Datei %1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>TLS needs both a certificate and its key.</source>
        <translation>TLS braucht beides: ein Zertifikat und dessen Schlüssel.</translation>
    </message>
    <message>
        <source>“%1” is not an address to listen on.</source>
        <translation>„%1“ ist keine Adresse, auf der Verbindungen angenommen werden können.</translation>
    </message>
    <message>
        <source>OpenSSL here knows no cipher with forward secrecy.</source>
        <translation>OpenSSL kennt hier kein Verfahren mit Forward Secrecy.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>there is more after the end of the JSON value</source>
        <translation>nach dem Ende des JSON-Werts steht noch etwas</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a comma or the closing brace } is missing</source>
        <translation>ein Komma oder die schließende Klammer } fehlt</translation>
    </message>
    <message>
        <source>a key in quotation marks is missing</source>
        <translation>ein Schlüssel in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>the key stands twice</source>
        <translation>der Schlüssel steht zweimal da</translation>
    </message>
    <message>
        <source>the colon after a key is missing</source>
        <translation>der Doppelpunkt nach einem Schlüssel fehlt</translation>
    </message>
    <message>
        <source>a comma or the closing bracket ] is missing</source>
        <translation>ein Komma oder die schließende Klammer ] fehlt</translation>
    </message>
    <message>
        <source>%1 is no JSON value</source>
        <translation>%1 ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing</source>
        <translation>das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>an escape does not stand for a character</source>
        <translation>eine Escape-Folge steht für kein Zeichen</translation>
    </message>
    <message>
        <source>the file is not valid UTF-8</source>
        <translation>die Datei ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>JSON has no comments</source>
        <translation>JSON hat keine Kommentare</translation>
    </message>
    <message>
        <source>there are too many values</source>
        <translation>es sind zu viele Werte</translation>
    </message>
</context>
<context>
    <name>KeeperDialog</name>
    <message>
        <source>Keeper</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Temporary means temporary</source>
        <translation>Befristet heißt befristet</translation>
    </message>
    <message>
        <source>Some services hold no expiry. There Gatehouse removes an entry when its time is over, as long as it runs, and first of all when it starts. The last entry of a list is never removed where that would let everyone in.</source>
        <translation>Manche Dienste kennen keinen Ablauf. Dort entfernt Gatehouse einen Eintrag, wenn seine Zeit um ist, solange es läuft, und als Erstes, wenn es startet. Der letzte Eintrag einer Liste wird nie entfernt, wo das alle einlassen würde.</translation>
    </message>
    <message>
        <source>Connections that the keeper watches</source>
        <translation>Verbindungen, auf die der Wächter achtet</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Looks again</source>
        <translation>Sieht wieder nach</translation>
    </message>
    <message>
        <source>Every service you are connected to ends its entries itself.</source>
        <translation>Jeder Dienst, mit dem Sie verbunden sind, beendet seine Einträge selbst.</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>Jetzt &amp;nachsehen</translation>
    </message>
    <message>
        <source>Read the chosen list and end what is overdue in it</source>
        <translation>Die gewählte Liste lesen und beenden, was darin überfällig ist</translation>
    </message>
    <message>
        <source>Look through the chosen list now</source>
        <translation>Die gewählte Liste jetzt durchsehen</translation>
    </message>
    <message>
        <source>&amp;Show the list</source>
        <translation>&amp;Liste zeigen</translation>
    </message>
    <message>
        <source>Show the chosen list</source>
        <translation>Die gewählte Liste zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>KeeperPanel</name>
    <message>
        <source>When entries end</source>
        <translation>Wenn Einträge enden</translation>
    </message>
    <message>
        <source>Tell me:</source>
        <translation>Benachrichtigen:</translation>
    </message>
    <message>
        <source>a d&amp;ay before</source>
        <translation>einen &amp;Tag vorher</translation>
    </message>
    <message>
        <source>Tell me a day before an entry ends</source>
        <translation>Einen Tag vor dem Ende eines Eintrags benachrichtigen</translation>
    </message>
    <message>
        <source>an &amp;hour before</source>
        <translation>eine St&amp;unde vorher</translation>
    </message>
    <message>
        <source>Tell me an hour before an entry ends</source>
        <translation>Eine Stunde vor dem Ende eines Eintrags benachrichtigen</translation>
    </message>
    <message>
        <source>when it was re&amp;moved</source>
        <translation>nach dem Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Tell me when an entry has ended and was removed</source>
        <translation>Benachrichtigen, wenn ein Eintrag beendet und entfernt wurde</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>Beim Schließen des Fensters bleibt Gatehouse im Infobe&amp;reich</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the tray</source>
        <translation>Beim Schließen des Fensters bleibt Gatehouse im Infobereich</translation>
    </message>
    <message>
        <source>The keeper without the window</source>
        <translation>Der Wächter ohne Fenster</translation>
    </message>
    <message>
        <source>Let what is marked as mine &amp;follow my address, too</source>
        <translation>Auch meine Einträge meiner Adresse f&amp;olgen lassen</translation>
    </message>
    <message>
        <source>The keeper lets entries marked as mine follow my address</source>
        <translation>Der Wächter lässt als meine gekennzeichnete Einträge meiner Adresse folgen</translation>
    </message>
    <message>
        <source>&amp;Uninstall</source>
        <translation>Deinst&amp;allieren</translation>
    </message>
    <message>
        <source>Uninstall the keeper without the window</source>
        <translation>Den Wächter ohne Fenster deinstallieren</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>Install the keeper without the window</source>
        <translation>Den Wächter ohne Fenster installieren</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Beenden, was gerade läuft</translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Read the list from the service again (F5)</source>
        <translation>Die Liste erneut vom Dienst lesen (F5)</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Die Liste erneut lesen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Filter by address, range or label</source>
        <translation>Nach Adresse, Bereich oder Bezeichnung filtern</translation>
    </message>
    <message>
        <source>An address shows the entries that let it in; any other text is looked for in ranges and labels</source>
        <translation>Eine Adresse zeigt die Einträge, die sie einlassen; anderer Text wird in Bereichen und Bezeichnungen gesucht</translation>
    </message>
    <message>
        <source>Filter the entries</source>
        <translation>Einträge filtern</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Welche Einträge gezeigt werden</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>What the marks of the table mean (F1)</source>
        <translation>Was die Zeichen der Tabelle bedeuten (F1)</translation>
    </message>
    <message>
        <source>What the marks of the table mean</source>
        <translation>Was die Zeichen der Tabelle bedeuten</translation>
    </message>
    <message>
        <source>Whoever asks is let in, whatever the address. Switch off or remove what opens the list unless that is meant.</source>
        <translation>Jeder wird eingelassen, welche Adresse er auch hat. Schalten Sie aus oder entfernen Sie, was die Liste öffnet, wenn das nicht gemeint ist.</translation>
    </message>
</context>
<context>
    <name>ListsReviewDialog</name>
    <message>
        <source>Several lists</source>
        <translation>Mehrere Listen</translation>
    </message>
    <message>
        <source>What happens to each list</source>
        <translation>Was mit jeder Liste geschieht</translation>
    </message>
    <message>
        <source>Type the name of the chosen list to send it, too</source>
        <translation>Den Namen der gewählten Liste tippen, um auch sie zu senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Apply to the checked lists</source>
        <translation>Auf die angekreuzten Listen anwenden</translation>
    </message>
    <message>
        <source>Add &amp;my address where it is missing</source>
        <translation>&amp;Meine Adresse hinzufügen, wo sie fehlt</translation>
    </message>
    <message>
        <source>Add my current address to the lists that would lock it out</source>
        <translation>Meine aktuelle Adresse zu den Listen hinzufügen, die sie aussperren würden</translation>
    </message>
    <message>
        <source>Adds your current address to each list that would lock it out, and reviews again. Nothing is sent by it.</source>
        <translation>Fügt Ihre aktuelle Adresse jeder Liste hinzu, die sie aussperren würde, und prüft noch einmal. Gesendet wird dadurch nichts.</translation>
    </message>
</context>
<context>
    <name>LogsDialog</name>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Ask the service for the newest requests (F5)</source>
        <translation>Den Dienst nach den neuesten Anfragen fragen (F5)</translation>
    </message>
    <message>
        <source>Read the log again</source>
        <translation>Das Protokoll erneut lesen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>No request matches these filters.</source>
        <translation>Keine Anfrage passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Load &amp;more</source>
        <translation>&amp;Mehr laden</translation>
    </message>
    <message>
        <source>Ask the service for the next page</source>
        <translation>Den Dienst nach der nächsten Seite fragen</translation>
    </message>
    <message>
        <source>Load more requests</source>
        <translation>Mehr Anfragen laden</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save all requests that match as a CSV file</source>
        <translation>Alle passenden Anfragen als CSV-Datei speichern</translation>
    </message>
    <message>
        <source>Export the requests as a CSV file</source>
        <translation>Die Anfragen als CSV-Datei exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Allow this address</source>
        <translation>Diese Adresse &amp;zulassen</translation>
    </message>
    <message>
        <source>Add the address of the chosen request to the list that turned it away</source>
        <translation>Die Adresse der gewählten Anfrage zu der Liste hinzufügen, die sie abgewiesen hat</translation>
    </message>
    <message>
        <source>Allow the address of the chosen request</source>
        <translation>Die Adresse der gewählten Anfrage zulassen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connect a service…</source>
        <translation>Dienst verbinden …</translation>
    </message>
    <message>
        <source>Connect a service</source>
        <translation>Dienst verbinden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>E&amp;ntry</source>
        <translation>&amp;Eintrag</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Connect a service…</source>
        <translation>&amp;Dienst verbinden …</translation>
    </message>
    <message>
        <source>Open another allowlist</source>
        <translation>Eine weitere Zulassungsliste öffnen</translation>
    </message>
    <message>
        <source>&amp;Edit the connection…</source>
        <translation>Verbindung bea&amp;rbeiten …</translation>
    </message>
    <message>
        <source>Change name, address or secret of this connection</source>
        <translation>Name, Adresse oder Geheimnis dieser Verbindung ändern</translation>
    </message>
    <message>
        <source>Re&amp;move the connection…</source>
        <translation>Verbindung ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Forget this connection, its list here and its secret; the service is left as it is</source>
        <translation>Diese Verbindung, ihre Liste hier und ihr Geheimnis vergessen; der Dienst bleibt, wie er ist</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close Gatehouse</source>
        <translation>Gatehouse schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do the undone change again</source>
        <translation>Die rückgängig gemachte Änderung wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected entries as text</source>
        <translation>Die gewählten Einträge als Text kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select every entry shown</source>
        <translation>Jeden gezeigten Eintrag auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation>&amp;Filtern …</translation>
    </message>
    <message>
        <source>Go to the filter field</source>
        <translation>Zum Filterfeld gehen</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Read the list from the service again</source>
        <translation>Die Liste erneut vom Dienst lesen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Beenden, was gerade läuft</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Send the pending changes to the service</source>
        <translation>Die ausstehenden Änderungen an den Dienst senden</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Take back every pending change</source>
        <translation>Jede ausstehende Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Apply changes at &amp;once</source>
        <translation>Änderungen &amp;sofort anwenden</translation>
    </message>
    <message>
        <source>On: every change goes to the service as you make it. Off: changes are collected until you apply them.</source>
        <translation>An: Jede Änderung geht sofort an den Dienst. Aus: Änderungen werden gesammelt, bis Sie sie anwenden.</translation>
    </message>
    <message>
        <source>Open the vendor’s documentation in the browser</source>
        <translation>Die Dokumentation des Anbieters im Browser öffnen</translation>
    </message>
    <message>
        <source>&amp;Add an entry</source>
        <translation>Eintrag &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Go to the range field</source>
        <translation>Zum Feld für den Bereich gehen</translation>
    </message>
    <message>
        <source>Add my &amp;current address…</source>
        <translation>Meine &amp;aktuelle Adresse hinzufügen …</translation>
    </message>
    <message>
        <source>Find out the address of this computer and put it into the range field</source>
        <translation>Die Adresse dieses Rechners ermitteln und in das Feld für den Bereich setzen</translation>
    </message>
    <message>
        <source>Add an&amp;y address</source>
        <translation>&amp;Jede Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Put * (everyone) into the range field</source>
        <translation>* (alle) in das Feld für den Bereich setzen</translation>
    </message>
    <message>
        <source>Edit the selected cell</source>
        <translation>Die gewählte Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Ac&amp;tivate</source>
        <translation>A&amp;ktivieren</translation>
    </message>
    <message>
        <source>Let the selected entries in</source>
        <translation>Die gewählten Einträge einlassen</translation>
    </message>
    <message>
        <source>Deacti&amp;vate</source>
        <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
        <source>Keep the selected entries without letting them in</source>
        <translation>Die gewählten Einträge aufheben, ohne sie einzulassen</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Meines behalten</translation>
    </message>
    <message>
        <source>For the selected conflicts: what you want here replaces what the service has</source>
        <translation>Für die gewählten Konflikte: Was Sie hier wollen, ersetzt, was der Dienst hat</translation>
    </message>
    <message>
        <source>Take the &amp;service’s</source>
        <translation>Das des Diens&amp;tes nehmen</translation>
    </message>
    <message>
        <source>For the selected conflicts: what the service has replaces what you wanted</source>
        <translation>Für die gewählten Konflikte: Was der Dienst hat, ersetzt, was Sie wollten</translation>
    </message>
    <message>
        <source>Take &amp;back changes</source>
        <translation>Änderungen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Take back what is pending for the selected entries</source>
        <translation>Zurücknehmen, was für die gewählten Einträge aussteht</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected entries</source>
        <translation>Die gewählten Einträge entfernen</translation>
    </message>
    <message>
        <source>&amp;Date and time…</source>
        <translation>&amp;Datum und Uhrzeit …</translation>
    </message>
    <message>
        <source>Choose when the selected entries end</source>
        <translation>Wählen, wann die gewählten Einträge enden</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>Show or hide the list of connections</source>
        <translation>Die Liste der Verbindungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Next connection</source>
        <translation>&amp;Nächste Verbindung</translation>
    </message>
    <message>
        <source>Show the next connection</source>
        <translation>Die nächste Verbindung zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous connection</source>
        <translation>V&amp;orige Verbindung</translation>
    </message>
    <message>
        <source>Show the previous connection</source>
        <translation>Die vorige Verbindung zeigen</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel, wie die Arbeitsumgebung ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>&amp;About Gatehouse</source>
        <translation>Ü&amp;ber Gatehouse</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Verify access…</source>
        <translation>Zugang &amp;prüfen …</translation>
    </message>
    <message>
        <source>Ask what the list guards whether it lets this computer in</source>
        <translation>Fragen, ob das, was die Liste schützt, diesen Rechner einlässt</translation>
    </message>
    <message>
        <source>&amp;Usage log…</source>
        <translation>N&amp;utzungsprotokoll …</translation>
    </message>
    <message>
        <source>See the requests that came, and which of them the list turned away</source>
        <translation>Sehen, welche Anfragen kamen und welche davon die Liste abgewiesen hat</translation>
    </message>
    <message>
        <source>Br&amp;ing back</source>
        <translation>Z&amp;urückbringen</translation>
    </message>
    <message>
        <source>Want the selected vanished entries at the service again</source>
        <translation>Die gewählten verschwundenen Einträge wieder beim Dienst haben wollen</translation>
    </message>
    <message>
        <source>&amp;Added: when and by whom</source>
        <translation>&amp;Hinzugefügt: wann und von wem</translation>
    </message>
    <message>
        <source>Show who added each entry, where the service tells</source>
        <translation>Zeigen, wer jeden Eintrag hinzugefügt hat, wo der Dienst es sagt</translation>
    </message>
    <message>
        <source>&amp;Changed: when and by whom</source>
        <translation>&amp;Geändert: wann und von wem</translation>
    </message>
    <message>
        <source>Show who changed each entry last, where the service tells</source>
        <translation>Zeigen, wer jeden Eintrag zuletzt geändert hat, wo der Dienst es sagt</translation>
    </message>
    <message>
        <source>&amp;Keeper…</source>
        <translation>&amp;Wächter …</translation>
    </message>
    <message>
        <source>See how entries are ended where the service does not do so itself</source>
        <translation>Sehen, wie Einträge beendet werden, wo der Dienst es nicht selbst tut</translation>
    </message>
    <message>
        <source>What the &amp;marks mean</source>
        <translation>Was die &amp;Zeichen bedeuten</translation>
    </message>
    <message>
        <source>States, colours and symbols of the table</source>
        <translation>Stände, Farben und Symbole der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Service documentation</source>
        <translation>Dokumentation der D&amp;ienste</translation>
    </message>
    <message>
        <source>Several &amp;lists…</source>
        <translation>&amp;Mehrere Listen …</translation>
    </message>
    <message>
        <source>Add, expire, remove or check an address on several lists at once</source>
        <translation>Eine Adresse auf mehreren Listen zugleich hinzufügen, befristen, entfernen oder prüfen</translation>
    </message>
    <message>
        <source>Address &amp;groups…</source>
        <translation>Adress&amp;gruppen …</translation>
    </message>
    <message>
        <source>Named sets of ranges that are used in many lists and changed once</source>
        <translation>Benannte Sätze von Bereichen, in vielen Listen verwendet und nur einmal geändert</translation>
    </message>
    <message>
        <source>Apply and &amp;watch</source>
        <translation>Anwen&amp;den und beobachten</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Ver&amp;lauf …</translation>
    </message>
    <message>
        <source>See every state that this list was in, compare two, and bring one back</source>
        <translation>Jeden früheren Stand dieser Liste sehen, zwei vergleichen und einen zurückbringen</translation>
    </message>
    <message>
        <source>&amp;Mine: follows my address</source>
        <translation>&amp;Gehört mir: folgt meiner Adresse</translation>
    </message>
    <message>
        <source>The selected addresses are those of this computer: when its address changes, Gatehouse offers to change them, too</source>
        <translation>Die gewählten Adressen sind die dieses Rechners: Ändert sich seine Adresse, bietet Gatehouse an, auch sie zu ändern</translation>
    </message>
    <message>
        <source>Keep bot&amp;h</source>
        <translation>Be&amp;ide behalten</translation>
    </message>
    <message>
        <source>For the selected conflicts with two ranges: what the service has stays, and what you want is added</source>
        <translation>Für die ausgewählten Konflikte mit zwei Bereichen: Was der Dienst hat, bleibt, und was Sie wollen, kommt hinzu</translation>
    </message>
    <message>
        <source>Appearance, changes by others, history, your address, and the keeper</source>
        <translation>Aussehen, Änderungen anderer, Verlauf, Ihre Adresse und der Wächter</translation>
    </message>
</context>
<context>
    <name>ManyLists</name>
    <message>
        <source>%1 is on the list already.</source>
        <translation>%1 steht schon auf der Liste.</translation>
    </message>
    <message>
        <source>The list has no entry %1.</source>
        <translation>Die Liste hat keinen Eintrag %1.</translation>
    </message>
</context>
<context>
    <name>MessageBanner</name>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <source>Show status, request id and answer of the service</source>
        <translation>Status, Anfrage-ID und Antwort des Dienstes zeigen</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>How a day is written, see QLocale::toString(): &quot;Tue 3 Mar 2026&quot;</extracomment>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A day and a time of day: &quot;Tue 3 Mar 2026, 13:00&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Expires %1 (%2)</source>
        <extracomment>%1 is a day and a time, %2 the distance: &quot;in 5 h 12 min&quot;</extracomment>
        <translation>Läuft am %1 ab (%2)</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A time and its zone: &quot;12:30&quot;, &quot;CEST&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>NewScopeDialog</name>
    <message>
        <source>Its list begins with these entries:</source>
        <translation>Die Liste beginnt mit diesen Einträgen:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>Make it at the service</source>
        <translation>Beim Dienst anlegen</translation>
    </message>
    <message>
        <source>This is its secret. The service shows it this once, and Gatehouse does not keep it. Store it where it is needed before you close this.</source>
        <translation>Das ist das Geheimnis dazu. Der Dienst zeigt es nur dieses eine Mal, und Gatehouse hebt es nicht auf. Speichern Sie es dort, wo es gebraucht wird, bevor Sie dies schließen.</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>Das Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Das Geheimnis kopieren</translation>
    </message>
    <message>
        <source>I have &amp;stored it</source>
        <translation>Ich habe es ge&amp;speichert</translation>
    </message>
    <message>
        <source>Close: the secret is stored</source>
        <translation>Schließen: Das Geheimnis ist gespeichert</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>The output could not be written: %1.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>ParseError</name>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The text has nothing but blanks.</source>
        <translation>Der Text besteht nur aus Leerzeichen.</translation>
    </message>
    <message>
        <source>There are blanks before or after the address.</source>
        <translation>Vor oder nach der Adresse stehen Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a blank inside the address.</source>
        <translation>In der Adresse steht ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The character “%1” does not belong here.</source>
        <translation>Das Zeichen „%1“ gehört nicht hierher.</translation>
    </message>
    <message>
        <source>A number is missing here: IPv4 addresses have four of them.</source>
        <translation>Hier fehlt eine Zahl: IPv4-Adressen haben vier davon.</translation>
    </message>
    <message>
        <source>%1 is greater than 255.</source>
        <translation>%1 ist größer als 255.</translation>
    </message>
    <message>
        <source>%1 starts with a zero, which some programs read as an octal number.</source>
        <translation>%1 beginnt mit einer Null; manche Programme lesen das als Oktalzahl.</translation>
    </message>
    <message>
        <source>An IPv4 address has four numbers, not %1.</source>
        <translation>Eine IPv4-Adresse hat vier Zahlen, nicht %1.</translation>
    </message>
    <message>
        <source>An IPv4 address has four numbers; here a fifth begins.</source>
        <translation>Eine IPv4-Adresse hat vier Zahlen; hier beginnt eine fünfte.</translation>
    </message>
    <message>
        <source>%1 is longer than the four digits of an IPv6 group.</source>
        <translation>%1 ist länger als die vier Ziffern einer IPv6-Gruppe.</translation>
    </message>
    <message>
        <source>An IPv6 address without “::” has eight groups, not %1.</source>
        <translation>Eine IPv6-Adresse ohne „::“ hat acht Gruppen, nicht %1.</translation>
    </message>
    <message>
        <source>An IPv6 address has eight groups; this is one too many.</source>
        <translation>Eine IPv6-Adresse hat acht Gruppen; diese ist eine zu viel.</translation>
    </message>
    <message>
        <source>“::” may stand only once in an IPv6 address.</source>
        <translation>„::“ darf in einer IPv6-Adresse nur einmal stehen.</translation>
    </message>
    <message>
        <source>There are eight groups already, so that nothing is left for “::”.</source>
        <translation>Es sind schon acht Gruppen, sodass für „::“ nichts bleibt.</translation>
    </message>
    <message>
        <source>An IPv6 address does not start with a single colon.</source>
        <translation>Eine IPv6-Adresse beginnt nicht mit einem einzelnen Doppelpunkt.</translation>
    </message>
    <message>
        <source>An IPv6 address does not end with a single colon.</source>
        <translation>Eine IPv6-Adresse endet nicht mit einem einzelnen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Three colons in a row mean nothing.</source>
        <translation>Drei Doppelpunkte hintereinander bedeuten nichts.</translation>
    </message>
    <message>
        <source>The prefix length is missing after the slash.</source>
        <translation>Nach dem Schrägstrich fehlt die Präfixlänge.</translation>
    </message>
    <message>
        <source>A prefix length has no sign.</source>
        <translation>Eine Präfixlänge hat kein Vorzeichen.</translation>
    </message>
    <message>
        <source>The prefix length %1 starts with a zero.</source>
        <translation>Die Präfixlänge %1 beginnt mit einer Null.</translation>
    </message>
    <message>
        <source>Prefix %1 is longer than IPv4&apos;s 32.</source>
        <translation>Das Präfix %1 ist länger als die 32 von IPv4.</translation>
    </message>
    <message>
        <source>Prefix %1 is longer than IPv6&apos;s 128.</source>
        <translation>Das Präfix %1 ist länger als die 128 von IPv6.</translation>
    </message>
    <message>
        <source>An IPv4 address written as IPv6 takes a prefix from 96 to 128, not %1.</source>
        <translation>Eine als IPv6 geschriebene IPv4-Adresse hat ein Präfix von 96 bis 128, nicht %1.</translation>
    </message>
    <message>
        <source>There is a second slash.</source>
        <translation>Hier steht ein zweiter Schrägstrich.</translation>
    </message>
    <message>
        <source>%1 has bits set beyond the prefix %2.</source>
        <translation>%1 hat gesetzte Bits jenseits des Präfixes %2.</translation>
    </message>
    <message>
        <source>A single address is expected here, not a range.</source>
        <translation>Hier wird eine einzelne Adresse erwartet, kein Bereich.</translation>
    </message>
    <message>
        <source>The zone “%1” means something on one computer only and is not allowed.</source>
        <translation>Die Zone „%1“ bedeutet nur auf einem einzigen Rechner etwas und ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Write the address without brackets.</source>
        <translation>Schreiben Sie die Adresse ohne Klammern.</translation>
    </message>
    <message>
        <source>Write the address without the port %1.</source>
        <translation>Schreiben Sie die Adresse ohne den Port %1.</translation>
    </message>
    <message>
        <source>This is a URL. Write the address of the computer instead.</source>
        <translation>Das ist eine URL. Schreiben Sie stattdessen die Adresse des Rechners.</translation>
    </message>
    <message>
        <source>“%1” is a name. Write its address instead.</source>
        <translation>„%1“ ist ein Name. Schreiben Sie stattdessen dessen Adresse.</translation>
    </message>
    <message>
        <source>“%1” is written * here.</source>
        <translation>„%1“ wird hier * geschrieben.</translation>
    </message>
    <message>
        <source>Write the length of the prefix instead of the netmask %1.</source>
        <translation>Schreiben Sie die Länge des Präfixes statt der Netzmaske %1.</translation>
    </message>
    <message>
        <source>%1 is no netmask; the length of the prefix is expected here.</source>
        <translation>%1 ist keine Netzmaske; hier wird die Länge des Präfixes erwartet.</translation>
    </message>
    <message>
        <source>Write a range from one address to another in CIDR notation.</source>
        <translation>Schreiben Sie einen Bereich von einer Adresse bis zu einer anderen in CIDR-Schreibweise.</translation>
    </message>
    <message>
        <source>Write a range with * for some of its numbers in CIDR notation.</source>
        <translation>Schreiben Sie einen Bereich mit * für einige seiner Zahlen in CIDR-Schreibweise.</translation>
    </message>
    <message>
        <source>Write one address or range at a time.</source>
        <translation>Schreiben Sie nur eine Adresse oder einen Bereich auf einmal.</translation>
    </message>
    <message>
        <source>There is an invisible character here: %1 (%2).</source>
        <translation>Hier steht ein unsichtbares Zeichen: %1 (%2).</translation>
    </message>
</context>
<context>
    <name>PendingBar</name>
    <message>
        <source>Pending changes</source>
        <translation>Ausstehende Änderungen</translation>
    </message>
    <message>
        <source>Apply changes at once</source>
        <translation>Änderungen sofort anwenden</translation>
    </message>
    <message>
        <source>On: every change goes to the service as you make it. Off: changes are collected until you apply them.</source>
        <translation>An: Jede Änderung geht sofort an den Dienst. Aus: Änderungen werden gesammelt, bis Sie sie anwenden.</translation>
    </message>
    <message>
        <source>Discard the pending changes</source>
        <translation>Die ausstehenden Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Apply the pending changes</source>
        <translation>Die ausstehenden Änderungen anwenden</translation>
    </message>
    <message>
        <source>Other ways to apply</source>
        <translation>Auf andere Weise anwenden</translation>
    </message>
    <message>
        <source>Other ways to apply the pending changes</source>
        <translation>Die ausstehenden Änderungen auf andere Weise anwenden</translation>
    </message>
</context>
<context>
    <name>PrivateFiles</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Others may write into the folder %1, and put files of theirs in the place of what is kept there. Take that from them with: chmod go-w %2</source>
        <translation>In den Ordner %1 dürfen andere schreiben und so eigene Dateien an die Stelle dessen setzen, was dort liegt. Dieses Recht nimmt ihnen der Befehl: chmod go-w %2</translation>
    </message>
    <message>
        <source>%1 is a symbolic link, which is not followed: it may lead to a file of somebody else&apos;s choice. Put the file itself there.</source>
        <translation>%1 ist eine symbolische Verknüpfung, der nicht gefolgt wird: Sie kann zu einer Datei führen, die jemand anderes ausgesucht hat. Legen Sie die Datei selbst dorthin.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>QuickAddBar</name>
    <message>
        <source>Add an entry</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>An address, a range such as 203.0.113.0/24, or * for everyone</source>
        <translation>Eine Adresse, ein Bereich wie 203.0.113.0/24 oder * für alle</translation>
    </message>
    <message>
        <source>Label: who or what is it?</source>
        <translation>Bezeichnung: Wer oder was ist es?</translation>
    </message>
    <message>
        <source>Says later why the entry is there</source>
        <translation>Sagt später, warum es den Eintrag gibt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>When the entry ends</source>
        <translation>Wann der Eintrag endet</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the entry (Enter)</source>
        <translation>Den Eintrag hinzufügen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Add the entry</source>
        <translation>Den Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Current IP</source>
        <translation>Aktuelle IP</translation>
    </message>
    <message>
        <source>Find out the address of this computer (Ctrl+I)</source>
        <translation>Die Adresse dieses Rechners ermitteln (Strg+I)</translation>
    </message>
    <message>
        <source>Current IP: find out the address of this computer</source>
        <translation>Aktuelle IP: die Adresse dieses Rechners ermitteln</translation>
    </message>
    <message>
        <source>Any IP</source>
        <translation>Jede IP</translation>
    </message>
    <message>
        <source>Everyone: every address of IPv4 and IPv6</source>
        <translation>Alle: jede Adresse von IPv4 und IPv6</translation>
    </message>
    <message>
        <source>Any IP: everyone</source>
        <translation>Jede IP: alle</translation>
    </message>
    <message>
        <source>What the range means</source>
        <translation>Was der Bereich bedeutet</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>every address of IPv4 and IPv6</source>
        <translation>jede Adresse von IPv4 und IPv6</translation>
    </message>
    <message>
        <source>every address of IPv4</source>
        <translation>jede Adresse von IPv4</translation>
    </message>
    <message>
        <source>every address of IPv6</source>
        <translation>jede Adresse von IPv6</translation>
    </message>
    <message>
        <source>1 address</source>
        <translation>1 Adresse</translation>
    </message>
    <message>
        <source>%1 addresses, %2 – %3</source>
        <translation>%1 Adressen, %2 – %3</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <extracomment>%1 is &quot;256 addresses, 10.0.0.0 – 10.0.0.255&quot;, %2 &quot;private&quot;, %3 &quot;RFC 1918&quot;</extracomment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>2^%1</source>
        <translation>2^%1</translation>
    </message>
    <message>
        <source>about 2^%1</source>
        <translation>etwa 2^%1</translation>
    </message>
</context>
<context>
    <name>RangeAdvice</name>
    <message>
        <source>%1 is on the list already.</source>
        <translation>%1 steht schon auf der Liste.</translation>
    </message>
</context>
<context>
    <name>ReloadCommand</name>
    <message>
        <source>The reload command names no program.</source>
        <translation>Der Befehl zum Neuladen nennt kein Programm.</translation>
    </message>
</context>
<context>
    <name>RestService</name>
    <message>
        <source>The service does not offer this.</source>
        <translation>Der Dienst bietet das nicht an.</translation>
    </message>
    <message>
        <source>“%1” is no time with a zone.</source>
        <translation>„%1“ ist keine Zeit mit Zone.</translation>
    </message>
    <message>
        <source>The service has no filter “%1”.</source>
        <translation>Der Dienst hat keinen Filter „%1“.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The service has no request for this change.</source>
        <translation>Der Dienst hat keine Anfrage für diese Änderung.</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>„%1“ wird gebraucht.</translation>
    </message>
    <message>
        <source>The service does not know this entry yet.</source>
        <translation>Der Dienst kennt diesen Eintrag noch nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be used as %2.</source>
        <translation>„%1“ kann nicht als %2 verwendet werden.</translation>
    </message>
    <message>
        <source>The service takes requests of up to %1, and this one would have %2. Nothing was sent.</source>
        <translation>Der Dienst nimmt Anfragen bis %1 an, und diese hätte %2. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a header.</source>
        <translation>„%1“ kann nicht der Name eines Headers sein.</translation>
    </message>
    <message>
        <source>This can be asked only where the base URL ends with %1.</source>
        <translation>Das lässt sich nur fragen, wo die Basis-URL mit %1 endet.</translation>
    </message>
    <message>
        <source>“%1” is no range and could not go back as it came. Nothing was sent.</source>
        <translation>„%1“ ist kein Bereich und könnte nicht so zurückgehen, wie es kam. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The service has no request that changes an entry where it is, and made anew %1 could be removed together with what it was. Remove it, apply, and add it again; or say in the definition (write.sameRange) what the service makes of a second entry.</source>
        <translation>Der Dienst hat keine Anfrage, die einen Eintrag an Ort und Stelle ändert, und neu angelegt könnte %1 zusammen mit dem alten entfernt werden. Entfernen Sie ihn, wenden Sie das an und fügen Sie ihn wieder hinzu; oder sagen Sie in der Definition (write.sameRange), was der Dienst aus einem zweiten Eintrag macht.</translation>
    </message>
    <message>
        <source>The service removes %1 by its range alone, and with it the other entry of this range, which is to stay.</source>
        <translation>Der Dienst entfernt %1 nur nach dem Bereich, und damit auch den anderen Eintrag dieses Bereichs, der bleiben soll.</translation>
    </message>
    <message>
        <source>“%1” cannot be asked for: it is no path of a URL.</source>
        <translation>„%1“ kann nicht abgefragt werden: Es ist kein Pfad einer URL.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>%1 is on the list already. Keep one of the two entries.</source>
        <translation>%1 steht schon auf der Liste. Behalten Sie einen der beiden Einträge.</translation>
    </message>
    <message>
        <source>%1 is let in by %2 already. It can be left out.</source>
        <translation>%1 wird schon durch %2 eingelassen. Der Eintrag kann wegbleiben.</translation>
    </message>
    <message>
        <source>No active entry would be left, and an empty list lets nobody in. Keep one entry active.</source>
        <translation>Es bliebe kein aktiver Eintrag, und eine leere Liste lässt niemanden ein. Lassen Sie einen Eintrag aktiv.</translation>
    </message>
    <message>
        <source>The last active entry expires at %1, and an empty list lets everyone in. Add an entry that lasts longer.</source>
        <translation>Der letzte aktive Eintrag läuft am %1 ab, und eine leere Liste lässt alle ein. Fügen Sie einen Eintrag hinzu, der länger gilt.</translation>
    </message>
    <message>
        <source>The last active entry expires at %1, and an empty list lets nobody in. Add an entry that lasts longer.</source>
        <translation>Der letzte aktive Eintrag läuft am %1 ab, und eine leere Liste lässt niemanden ein. Fügen Sie einen Eintrag hinzu, der länger gilt.</translation>
    </message>
    <message>
        <source>%1, the address of this computer, is not let in by this list. Add it if you need access from here.</source>
        <translation>%1, die Adresse dieses Rechners, wird von dieser Liste nicht eingelassen. Fügen Sie sie hinzu, wenn Sie von hier aus Zugang brauchen.</translation>
    </message>
    <message>
        <source>The address of this computer could not be found out, so nobody can tell whether this change locks you out. Make sure of it before you go on.</source>
        <translation>Die Adresse dieses Rechners war nicht zu ermitteln, daher lässt sich nicht sagen, ob diese Änderung Sie aussperrt. Vergewissern Sie sich, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>The list is open to everyone now. From this change on it lets in only what is on it.</source>
        <translation>Die Liste ist jetzt für alle offen. Ab dieser Änderung lässt sie nur noch ein, was auf ihr steht.</translation>
    </message>
    <message>
        <source>%1 is broader than this service accepts: the prefix must be at least /%2. Choose a narrower range.</source>
        <translation>%1 ist weiter, als dieser Dienst annimmt: Das Präfix muss mindestens /%2 sein. Wählen Sie einen engeren Bereich.</translation>
    </message>
    <message>
        <source>This service does not accept IPv4 ranges. Remove %1.</source>
        <translation>Dieser Dienst nimmt keine IPv4-Bereiche an. Entfernen Sie %1.</translation>
    </message>
    <message>
        <source>This service does not accept IPv6 ranges. Remove %1.</source>
        <translation>Dieser Dienst nimmt keine IPv6-Bereiche an. Entfernen Sie %1.</translation>
    </message>
    <message>
        <source>This service cannot hold %1 (any address). Enter the ranges that shall be let in.</source>
        <translation>Dieser Dienst kann %1 (jede Adresse) nicht aufnehmen. Geben Sie die Bereiche ein, die eingelassen werden sollen.</translation>
    </message>
    <message numerus="yes">
        <source>The label of %1 is longer than the %Ln characters that this service accepts. Shorten it.</source>
        <translation>
            <numerusform>Die Bezeichnung von %1 ist länger als das eine Zeichen, das dieser Dienst annimmt. Kürzen Sie sie.</numerusform>
            <numerusform>Die Bezeichnung von %1 ist länger als die %Ln Zeichen, die dieser Dienst annimmt. Kürzen Sie sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 expired at %2 and lets nobody in. Choose a later expiry or remove it.</source>
        <translation>%1 ist am %2 abgelaufen und lässt niemanden ein. Wählen Sie einen späteren Ablauf, oder entfernen Sie den Eintrag.</translation>
    </message>
    <message>
        <source>This would lock you out: %1, the address of this computer, is let in by %2 now, and by nothing after the change. Keep that entry as it is, or add another that contains the address.</source>
        <translation>Das würde Sie aussperren: %1, die Adresse dieses Rechners, wird jetzt durch %2 eingelassen und nach der Änderung durch nichts mehr. Lassen Sie diesen Eintrag, wie er ist, oder fügen Sie einen anderen hinzu, der die Adresse enthält.</translation>
    </message>
    <message>
        <source>This would lock you out: the list is open to everyone now, and after the change nothing on it contains %1, the address of this computer. Add that address too.</source>
        <translation>Das würde Sie aussperren: Die Liste ist jetzt für alle offen, und nach der Änderung enthält nichts auf ihr %1, die Adresse dieses Rechners. Fügen Sie auch diese Adresse hinzu.</translation>
    </message>
    <message>
        <source>%1, the IPv4 address of this computer, would no longer be let in, and this service cannot hold IPv4 ranges. Make sure that you reach it by IPv6.</source>
        <translation>%1, die IPv4-Adresse dieses Rechners, würde nicht mehr eingelassen, und dieser Dienst kann keine IPv4-Bereiche aufnehmen. Vergewissern Sie sich, dass Sie ihn über IPv6 erreichen.</translation>
    </message>
    <message>
        <source>%1, the IPv6 address of this computer, would no longer be let in, and this service cannot hold IPv6 ranges. Make sure that you reach it by IPv4.</source>
        <translation>%1, die IPv6-Adresse dieses Rechners, würde nicht mehr eingelassen, und dieser Dienst kann keine IPv6-Bereiche aufnehmen. Vergewissern Sie sich, dass Sie ihn über IPv4 erreichen.</translation>
    </message>
    <message>
        <source>%1 lets everyone in, whatever else is on the list. Deactivate it unless that is meant.</source>
        <translation>%1 lässt alle ein, was immer sonst auf der Liste steht. Deaktivieren Sie den Eintrag, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>%1 lets in every IPv4 address, whatever else is on the list. Deactivate it unless that is meant.</source>
        <translation>%1 lässt jede IPv4-Adresse ein, was immer sonst auf der Liste steht. Deaktivieren Sie den Eintrag, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>%1 lets in every IPv6 address, whatever else is on the list. Deactivate it unless that is meant.</source>
        <translation>%1 lässt jede IPv6-Adresse ein, was immer sonst auf der Liste steht. Deaktivieren Sie den Eintrag, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>%1 is not public (%2, %3), and this service sees public addresses only: the entry will never let anyone in. Enter the public address that stands for it.</source>
        <translation>%1 ist nicht öffentlich (%2, %3), und dieser Dienst sieht nur öffentliche Adressen: Der Eintrag wird nie jemanden einlassen. Geben Sie die öffentliche Adresse ein, die dafür steht.</translation>
    </message>
    <message>
        <source>The last active entry expires at %1. It will not be removed by itself, since an empty list lets everyone in. Add an entry that lasts longer.</source>
        <translation>Der letzte aktive Eintrag läuft am %1 ab. Er wird nicht von selbst entfernt, da eine leere Liste alle einlässt. Fügen Sie einen Eintrag hinzu, der länger gilt.</translation>
    </message>
    <message>
        <source>This opens the list to everyone: no active entry would be left, and an empty list lets everyone in. Keep one entry active.</source>
        <translation>Das öffnet die Liste für alle: Es bliebe kein aktiver Eintrag, und eine leere Liste lässt alle ein. Lassen Sie einen Eintrag aktiv.</translation>
    </message>
    <message>
        <source>At %1 the entry %2 expires, and you would be locked out: from then on nothing on the list lets in %3, the address of this computer. Let an entry that contains it last longer.</source>
        <translation>Am %1 läuft der Eintrag %2 ab, und Sie wären ausgesperrt: Von da an lässt nichts auf der Liste %3, die Adresse dieses Rechners, ein. Lassen Sie einen Eintrag, der sie enthält, länger gelten.</translation>
    </message>
    <message>
        <source>Those who tell the address of this computer do not agree: %1 is another answer. Both were looked at.</source>
        <translation>Die Auskünfte über die Adresse dieses Rechners stimmen nicht überein: %1 ist eine andere Antwort. Beide wurden geprüft.</translation>
    </message>
    <message>
        <source>The address of this computer could not be found out, so nobody can tell whether this change locks you out, and this list could not be mended from here then. Keep the entry that lets you in, or make sure that you have another way.</source>
        <translation>Die Adresse dieses Rechners war nicht zu ermitteln, daher lässt sich nicht sagen, ob diese Änderung Sie aussperrt, und diese Liste ließe sich dann von hier aus nicht mehr berichtigen. Lassen Sie den Eintrag stehen, der Sie einlässt, oder vergewissern Sie sich, dass Sie einen anderen Weg haben.</translation>
    </message>
    <message numerus="yes">
        <source>There would be %Ln entries, and this service accepts %L1. Merging adjacent and covered ranges would make %L2 of them; remove some, or merge them.</source>
        <translation>
            <numerusform>Es wäre %Ln Eintrag, und dieser Dienst nimmt %L1 an. Zusammengefasst würden aus benachbarten und enthaltenen Bereichen %L2; entfernen Sie welche, oder fassen Sie sie zusammen.</numerusform>
            <numerusform>Es wären %Ln Einträge, und dieser Dienst nimmt %L1 an. Zusammengefasst würden aus benachbarten und enthaltenen Bereichen %L2; entfernen Sie welche, oder fassen Sie sie zusammen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There would be %Ln entries, and this service accepts %L1. Remove some of them; none can be merged.</source>
        <translation>
            <numerusform>Es wäre %Ln Eintrag, und dieser Dienst nimmt %L1 an. Entfernen Sie welche; zusammenfassen lässt sich nichts.</numerusform>
            <numerusform>Es wären %Ln Einträge, und dieser Dienst nimmt %L1 an. Entfernen Sie welche; zusammenfassen lässt sich nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are no ranges. They stay as they are, and nobody here can tell whom they let in.</source>
        <translation>
            <numerusform>%Ln Eintrag ist kein Bereich. Er bleibt, wie er ist; wen er einlässt, kann hier niemand sagen.</numerusform>
            <numerusform>%Ln Einträge sind keine Bereiche. Sie bleiben, wie sie sind; wen sie einlassen, kann hier niemand sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>open to everyone</source>
        <translation>offen für alle</translation>
    </message>
    <message>
        <source>open to every IPv4 address</source>
        <translation>offen für jede IPv4-Adresse</translation>
    </message>
    <message>
        <source>open to every IPv6 address</source>
        <translation>offen für jede IPv6-Adresse</translation>
    </message>
    <message>
        <source>Together, the entries let in every address of a family, so the list is open to everyone. Narrow one of them unless that is meant.</source>
        <translation>Zusammen lassen die Einträge jede Adresse einer Familie ein, die Liste ist also offen für alle. Engen Sie einen davon ein, wenn das nicht gemeint ist.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review before applying</source>
        <translation>Prüfung vor dem Anwenden</translation>
    </message>
    <message>
        <source>What there is to say of the changes</source>
        <translation>Was zu den Änderungen zu sagen ist</translation>
    </message>
    <message>
        <source>Type the name of the connection to go on</source>
        <translation>Tippen Sie den Namen der Verbindung, um fortzufahren</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list without applying</source>
        <translation>Zurück zur Liste, ohne anzuwenden</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Apply the changes</source>
        <translation>Die Änderungen anwenden</translation>
    </message>
    <message>
        <source>Adding your current address keeps you let in.</source>
        <translation>Ihre aktuelle Adresse hinzuzufügen, hält Ihnen den Zugang offen.</translation>
    </message>
    <message>
        <source>Add &amp;my address, for a week</source>
        <translation>&amp;Meine Adresse für eine Woche hinzufügen</translation>
    </message>
    <message>
        <source>Add my current address to the list, for a week</source>
        <translation>Meine aktuelle Adresse für eine Woche zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Adds your current address to the list for a week, so that you stay let in, and reviews again. Can be undone.</source>
        <translation>Fügt Ihre aktuelle Adresse für eine Woche zur Liste hinzu, damit Sie eingelassen bleiben, und prüft erneut. Lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Add the whole network of my IPv6 address</source>
        <translation>Das ganze Netz meiner IPv6-Adresse hinzufügen</translation>
    </message>
</context>
<context>
    <name>Scopes</name>
    <message>
        <source>There is a scope %1 of this kind already.</source>
        <translation>Einen Geltungsbereich %1 dieser Art gibt es schon.</translation>
    </message>
    <message>
        <source>Another environment is named %1 already.</source>
        <translation>Eine andere Umgebung heißt schon %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be an id: use 1 to 200 visible characters without blanks and slashes.</source>
        <translation>„%1“ kann keine ID sein: Verwenden Sie 1 bis 200 sichtbare Zeichen ohne Leerzeichen und Schrägstriche.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name: use up to 200 visible characters.</source>
        <translation>„%1“ kann kein Name sein: Verwenden Sie bis zu 200 sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>There is one workspace; another cannot be added.</source>
        <translation>Es gibt einen Arbeitsbereich; ein weiterer kann nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>There is no list %1. The command scopes names all.</source>
        <translation>Eine Liste %1 gibt es nicht. Der Befehl scopes nennt alle.</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Enter the secret</source>
        <translation>Geheimnis eingeben</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save and try again</source>
        <translation>&amp;Speichern und erneut versuchen</translation>
    </message>
    <message>
        <source>Save the secret and try again</source>
        <translation>Das Geheimnis speichern und erneut versuchen</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain is locked, or the secret was removed from it by another program.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder ein anderes Programm hat das Geheimnis daraus entfernt.</translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation>Das Geheimnis ist leer.</translation>
    </message>
    <message>
        <source>%1 is one secret, and these connections are of several services: nothing was asked, since each would get the secret of another. Name one connection, keep the secrets in the keychain, or give each its own, like %2.</source>
        <translation>%1 ist ein einziges Geheimnis, und diese Verbindungen gehören zu mehreren Diensten: Nichts wurde gefragt, weil jeder das Geheimnis eines anderen bekäme. Nennen Sie eine einzige Verbindung, bewahren Sie die Geheimnisse im Schlüsselbund auf, oder geben Sie jeder ihr eigenes, wie %2.</translation>
    </message>
</context>
<context>
    <name>ServiceDatabase</name>
    <message>
        <source>A token needs 16 to 512 visible ASCII characters without blanks.</source>
        <translation>Ein Token braucht 16 bis 512 sichtbare ASCII-Zeichen ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. No empty one was begun in its place, since an empty list may let everyone in. Put a copy of it back, or move it away to begin anew.</source>
        <translation>Die Datenbank %1 ist beschädigt. Keine leere wurde an ihrer Stelle begonnen, denn eine leere Liste lässt womöglich alle ein. Legen Sie eine Kopie von ihr zurück, oder räumen Sie sie weg, um neu zu beginnen.</translation>
    </message>
</context>
<context>
    <name>ServiceDefinition</name>
    <message>
        <source>braces stand only around the name of a placeholder, as in {name}</source>
        <translation>geschweifte Klammern stehen nur um den Namen eines Platzhalters, wie in {name}</translation>
    </message>
    <message>
        <source>must have field and value, or phrases</source>
        <translation>muss field und value haben, oder phrases</translation>
    </message>
    <message>
        <source>of total, totalPages and more only one may be given</source>
        <translation>von total, totalPages und more darf nur eines angegeben werden</translation>
    </message>
    <message>
        <source>is too large for a service definition</source>
        <translation>ist zu groß für eine Dienstbeschreibung</translation>
    </message>
    <message>
        <source>another file has %1, too</source>
        <translation>%1 steht auch in einer anderen Datei</translation>
    </message>
    <message>
        <source>must be of small letters, digits and hyphens</source>
        <translation>muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen</translation>
    </message>
    <message>
        <source>%1 is not the key of an optional field</source>
        <translation>%1 ist nicht der Schlüssel eines optionalen Feldes</translation>
    </message>
    <message>
        <source>is the key of another field, too</source>
        <translation>ist auch der Schlüssel eines anderen Feldes</translation>
    </message>
    <message>
        <source>must be false where there is a fallback</source>
        <translation>muss false sein, wo es einen fallback gibt</translation>
    </message>
    <message>
        <source>must name a field of the entry</source>
        <translation>muss ein Feld des Eintrags nennen</translation>
    </message>
    <message>
        <source>must be a text, a number, true or false</source>
        <translation>muss ein Text, eine Zahl, true oder false sein</translation>
    </message>
    <message>
        <source>must differ from what stands for active</source>
        <translation>muss sich von dem unterscheiden, was für aktiv steht</translation>
    </message>
    <message>
        <source>must be a number and a unit, as in 90s, 5m, 6h, 1d or 2w</source>
        <translation>muss eine Zahl mit Einheit sein, wie in 90s, 5m, 6h, 1d oder 2w</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>must be by page or offset, so that any page can be asked for</source>
        <translation>muss nach page oder offset gehen, damit jede Seite angefragt werden kann</translation>
    </message>
    <message>
        <source>must have a sizeParameter and a size</source>
        <translation>muss einen sizeParameter und eine size haben</translation>
    </message>
    <message>
        <source>is the key of another column, too</source>
        <translation>ist auch der Schlüssel einer anderen Spalte</translation>
    </message>
    <message>
        <source>there is another column with the caller&apos;s address</source>
        <translation>es gibt noch eine Spalte mit der Adresse des Aufrufers</translation>
    </message>
    <message>
        <source>is the key of another filter, too</source>
        <translation>ist auch der Schlüssel eines anderen Filters</translation>
    </message>
    <message>
        <source>must have choices or scope</source>
        <translation>muss choices oder scope haben</translation>
    </message>
    <message>
        <source>%1 is not the key of a scope field</source>
        <translation>%1 ist nicht der Schlüssel eines Feldes des Geltungsbereichs</translation>
    </message>
    <message>
        <source>has no meaning here</source>
        <translation>hat hier keine Bedeutung</translation>
    </message>
    <message>
        <source>must be null</source>
        <translation>muss null sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a text in quotation marks</source>
        <translation>muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>must be a list in brackets</source>
        <translation>muss eine Liste in eckigen Klammern sein</translation>
    </message>
    <message>
        <source>must be an object in braces</source>
        <translation>muss ein Objekt in geschweiften Klammern sein</translation>
    </message>
    <message>
        <source>is not a key of a service definition here</source>
        <translation>ist hier kein Schlüssel einer Dienstbeschreibung</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be a URL that begins with https://</source>
        <translation>muss eine URL sein, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>must begin with a slash, not end with one, and have no query</source>
        <translation>muss mit einem Schrägstrich beginnen, darf nicht mit einem enden und keine Abfrage haben</translation>
    </message>
    <message>
        <source>must be names joined by dots, or a single dot</source>
        <translation>muss aus Namen mit Punkten dazwischen bestehen oder ein einzelner Punkt sein</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>muss eines davon sein: %1</translation>
    </message>
    <message>
        <source>{%1} has no meaning here, nor has any other placeholder</source>
        <translation>{%1} hat hier keine Bedeutung, auch kein anderer Platzhalter</translation>
    </message>
    <message>
        <source>{%1} has no meaning here; these have: %2</source>
        <extracomment>%2 is a list such as &quot;{id}, {range}&quot;</extracomment>
        <translation>{%1} hat hier keine Bedeutung; eine haben: %2</translation>
    </message>
    <message>
        <source>must be of letters and digits, and not the name of another placeholder</source>
        <translation>muss aus Buchstaben und Ziffern bestehen und darf nicht der Name eines anderen Platzhalters sein</translation>
    </message>
    <message>
        <source>must begin with a slash and have no query</source>
        <translation>muss mit einem Schrägstrich beginnen und darf keine Abfrage haben</translation>
    </message>
    <message>
        <source>{%1} may be empty and cannot stand in a path</source>
        <translation>{%1} kann leer sein und nicht in einem Pfad stehen</translation>
    </message>
    <message>
        <source>{%1} must be the whole of a text</source>
        <translation>{%1} muss der ganze Text sein</translation>
    </message>
    <message>
        <source>%1 cannot be set as a header</source>
        <translation>%1 kann nicht als Header gesetzt werden</translation>
    </message>
    <message>
        <source>must contain {secret}</source>
        <translation>muss {secret} enthalten</translation>
    </message>
    <message>
        <source>must have replace, or create and remove</source>
        <translation>muss replace haben, oder create und remove</translation>
    </message>
    <message>
        <source>with replace there is no use for create, update or remove</source>
        <translation>neben replace haben create, update und remove keinen Nutzen</translation>
    </message>
    <message>
        <source>must use a placeholder that says which entries are meant</source>
        <translation>muss einen Platzhalter verwenden, der sagt, welche Einträge gemeint sind</translation>
    </message>
    <message>
        <source>uses the id of an entry, and entry.id does not say where that is found</source>
        <translation>verwendet die ID eines Eintrags, und entry.id sagt nicht, wo sie steht</translation>
    </message>
    <message>
        <source>must have one or many</source>
        <translation>muss one oder many haben</translation>
    </message>
    <message>
        <source>must not have . or .. between slashes, which leads elsewhere</source>
        <translation>darf . oder .. nicht zwischen Schrägstrichen haben, das führt anderswohin</translation>
    </message>
    <message>
        <source>has a character that no URL&apos;s path can have; write it as %20 and the like</source>
        <translation>hat ein Zeichen, das im Pfad einer URL nicht stehen kann; schreiben Sie es wie %20</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>with replace there is no use for it</source>
        <translation>mit replace hat es keinen Nutzen</translation>
    </message>
    <message>
        <source>must not be added where remove names the range alone: a removal would take all entries of it</source>
        <translation>darf nicht added sein, wo remove nur den Bereich nennt: ein Entfernen nähme alle Einträge davon</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Colours as the system</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>My current address</source>
        <translation>Meine aktuelle Adresse</translation>
    </message>
    <message>
        <source>Services that cannot tell your address themselves are not asked: these web pages are, in this order. Each must answer with the address as plain text. One address a line.</source>
        <translation>Dienste, die Ihre Adresse nicht selbst nennen können, werden nicht gefragt, sondern diese Webseiten, in dieser Reihenfolge. Jede muss mit der Adresse als reinem Text antworten. Eine Adresse je Zeile.</translation>
    </message>
    <message>
        <source>For IPv&amp;4:</source>
        <translation>Für IPv&amp;4:</translation>
    </message>
    <message>
        <source>Echo services for IPv4</source>
        <translation>Echodienste für IPv4</translation>
    </message>
    <message>
        <source>For IPv&amp;6:</source>
        <translation>Für IPv&amp;6:</translation>
    </message>
    <message>
        <source>Echo services for IPv6</source>
        <translation>Echodienste für IPv6</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>&amp;Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the default echo services</source>
        <translation>Die vorgegebenen Echodienste wiederherstellen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Die Einstellungen speichern</translation>
    </message>
    <message>
        <source>Apply and watch</source>
        <translation>Anwenden und beobachten</translation>
    </message>
    <message>
        <source>Re&amp;vert what is not kept within</source>
        <translation>Nicht Behaltenes &amp;zurücknehmen nach</translation>
    </message>
    <message>
        <source>Seconds to keep a watched change</source>
        <translation>Sekunden, um eine beobachtete Änderung zu behalten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Changes by others and history</source>
        <translation>Änderungen durch andere und Verlauf</translation>
    </message>
    <message>
        <source>Look for &amp;changes by others now and then</source>
        <translation>Ab und zu &amp;nach Änderungen durch andere sehen</translation>
    </message>
    <message>
        <source>Between once a minute and four times an hour; not on battery and not over a metered network</source>
        <translation>Zwischen einmal in der Minute und viermal in der Stunde; nicht im Akkubetrieb und nicht über ein getaktetes Netz</translation>
    </message>
    <message>
        <source>Look for changes by others now and then</source>
        <translation>Ab und zu nach Änderungen durch andere sehen</translation>
    </message>
    <message>
        <source>&amp;Keep each list’s history for</source>
        <translation>Verlauf jeder &amp;Liste aufheben:</translation>
    </message>
    <message>
        <source>Days for which the history is kept</source>
        <translation>Tage, für die der Verlauf aufgehoben wird</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>and at m&amp;ost</source>
        <translation>und höchst&amp;ens</translation>
    </message>
    <message>
        <source>Versions that are kept at most</source>
        <translation>Fassungen, die höchstens aufgehoben werden</translation>
    </message>
    <message>
        <source> versions</source>
        <translation> Fassungen</translation>
    </message>
    <message>
        <source>Settings by subject</source>
        <translation>Einstellungen nach Thema</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>All&amp;gemein</translation>
    </message>
    <message>
        <source>My addr&amp;ess</source>
        <translation>&amp;Meine Adresse</translation>
    </message>
    <message>
        <source>Kee&amp;per</source>
        <translation>&amp;Wächter</translation>
    </message>
</context>
<context>
    <name>SeveralListsDialog</name>
    <message>
        <source>Several lists</source>
        <translation>Mehrere Listen</translation>
    </message>
    <message>
        <source>One change, many lists</source>
        <translation>Eine Änderung, viele Listen</translation>
    </message>
    <message>
        <source>Each list is read and reviewed first. Nothing is sent before you have seen what would happen to it. What you have pending in a list stays as it is.</source>
        <translation>Jede Liste wird zuerst gelesen und geprüft. Nichts wird gesendet, bevor Sie gesehen haben, was mit ihr geschehen würde. Was in einer Liste bei Ihnen aussteht, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation>&amp;Listen</translation>
    </message>
    <message>
        <source>Filter by name or service</source>
        <translation>Nach Name oder Dienst filtern</translation>
    </message>
    <message>
        <source>Filter the lists</source>
        <translation>Listen filtern</translation>
    </message>
    <message>
        <source>Lists to work on</source>
        <translation>Listen, um die es geht</translation>
    </message>
    <message>
        <source>Check every list shown</source>
        <translation>Jede gezeigte Liste auswählen</translation>
    </message>
    <message>
        <source>Check all lists shown</source>
        <translation>Alle gezeigten Listen auswählen</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Uncheck every list shown</source>
        <translation>Jede gezeigte Liste abwählen</translation>
    </message>
    <message>
        <source>Uncheck all lists shown</source>
        <translation>Alle gezeigten Listen abwählen</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>Ak&amp;tion</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Set the expiry</source>
        <translation>Ablauf setzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Check an address</source>
        <translation>Adresse prüfen</translation>
    </message>
    <message>
        <source>Address &amp;group</source>
        <translation>Adress&amp;gruppe</translation>
    </message>
    <message>
        <source>Put a whole address group into the lists, or take it out of them</source>
        <translation>Eine ganze Adressgruppe in die Listen aufnehmen oder aus ihnen herausnehmen</translation>
    </message>
    <message>
        <source>Address group</source>
        <translation>Adressgruppe</translation>
    </message>
    <message>
        <source>Address or &amp;range</source>
        <translation>Adresse oder &amp;Bereich</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>What the range means</source>
        <translation>Was der Bereich bedeutet</translation>
    </message>
    <message>
        <source>An&amp;y IP</source>
        <translation>&amp;Jede IP</translation>
    </message>
    <message>
        <source>Let everyone in</source>
        <translation>Alle einlassen</translation>
    </message>
    <message>
        <source>Take any address</source>
        <translation>Jede Adresse nehmen</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>Be&amp;zeichnung</translation>
    </message>
    <message>
        <source>Who or what is it?</source>
        <translation>Wer oder was ist es?</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>Läu&amp;ft ab</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Address gr&amp;oups…</source>
        <translation>Adressgr&amp;uppen …</translation>
    </message>
    <message>
        <source>Open the address groups</source>
        <translation>Die Adressgruppen öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>StartEntriesEdit</name>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the entry (Enter)</source>
        <translation>Den Eintrag hinzufügen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Add the entry</source>
        <translation>Den Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>What the range means</source>
        <translation>Was der Bereich bedeutet</translation>
    </message>
    <message>
        <source>Entries that the list begins with</source>
        <translation>Einträge, mit denen die Liste beginnt</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen entry off</source>
        <translation>Den gewählten Eintrag wegnehmen</translation>
    </message>
    <message>
        <source>Remove the chosen entry</source>
        <translation>Den gewählten Eintrag entfernen</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A connection needs a name that neither begins nor ends with a blank.</source>
        <translation>Eine Verbindung braucht einen Namen, der weder mit einem Leerzeichen beginnt noch damit endet.</translation>
    </message>
    <message>
        <source>Another connection already has the name “%1”.</source>
        <translation>Eine andere Verbindung hat schon den Namen „%1“.</translation>
    </message>
    <message>
        <source>A stored entry is damaged.</source>
        <translation>Ein gespeicherter Eintrag ist beschädigt.</translation>
    </message>
    <message>
        <source>This connection has been removed.</source>
        <translation>Diese Verbindung wurde entfernt.</translation>
    </message>
    <message>
        <source>The database %1 cannot be used. If it stays so, move it to another place: Gatehouse then begins with an empty one. The lists at the services are not touched by that.</source>
        <translation>Die Datenbank %1 kann nicht verwendet werden. Wenn das so bleibt, verschieben Sie sie an einen anderen Ort: Gatehouse beginnt dann mit einer leeren. Die Listen bei den Diensten bleiben davon unberührt.</translation>
    </message>
    <message>
        <source>An address group needs a name that neither begins nor ends with a blank.</source>
        <translation>Eine Adressgruppe braucht einen Namen, der weder mit einem Leerzeichen beginnt noch damit endet.</translation>
    </message>
    <message>
        <source>Another address group already has the name “%1”.</source>
        <translation>Eine andere Adressgruppe hat schon den Namen „%1“.</translation>
    </message>
    <message>
        <source>There is no version %1 of this list.</source>
        <translation>Eine Fassung %1 dieser Liste gibt es nicht.</translation>
    </message>
    <message>
        <source>The database %1 is damaged, and no new one could be put in its place.</source>
        <translation>Die Datenbank %1 ist beschädigt, und es ließ sich keine neue an ihre Stelle setzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections could be read and are there again.</source>
        <translation>
            <numerusform>%n Verbindung konnte gelesen werden und ist wieder da.</numerusform>
            <numerusform>%n Verbindungen konnten gelesen werden und sind wieder da.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database of this computer was found empty, so Gatehouse has begun a new one. The lists at the services are not touched.</source>
        <translation>Die Datenbank dieses Rechners war leer, daher hat Gatehouse eine neue begonnen. Die Listen bei den Diensten bleiben davon unberührt.</translation>
    </message>
    <message>
        <source>The database of this computer was damaged. It was set aside as %1, and a new one was begun from what could be read. The lists at the services are not touched.</source>
        <translation>Die Datenbank dieses Rechners war beschädigt. Sie wurde als %1 beiseitegelegt, und aus dem, was lesbar war, wurde eine neue begonnen. Die Listen bei den Diensten bleiben davon unberührt.</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Verify access</source>
        <translation>Zugang prüfen</translation>
    </message>
    <message>
        <source>Is this computer let in?</source>
        <translation>Wird dieser Rechner eingelassen?</translation>
    </message>
    <message>
        <source>&amp;Secret of what the list guards:</source>
        <translation>&amp;Geheimnis dessen, was die Liste schützt:</translation>
    </message>
    <message>
        <source>Secret of what the list guards</source>
        <translation>Geheimnis dessen, was die Liste schützt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation>Das Geheimnis anzeigen</translation>
    </message>
    <message>
        <source>Used for this one question and kept nowhere.</source>
        <translation>Wird für diese eine Frage verwendet und nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>gatehouse-service</name>
    <message>
        <source>Standard input holds no token.</source>
        <translation>Die Standardeingabe enthält kein Token.</translation>
    </message>
    <message>
        <source>The list %1 is empty now and lets everyone in, until entries are added.</source>
        <translation>Die Liste %1 ist jetzt leer und lässt alle herein, bis Einträge hinzukommen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AboutDialog</name>
    <message>
        <source>Version %1, on Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressController</name>
    <message>
        <source>IPv4: %1</source>
        <translation>IPv4: %1</translation>
    </message>
    <message>
        <source>IPv6: %1</source>
        <translation>IPv6: %1</translation>
    </message>
    <message>
        <source>Add both</source>
        <translation>Beide hinzufügen</translation>
    </message>
    <message>
        <source>IPv6, the whole network: %1 (the address may change)</source>
        <translation>IPv6, das ganze Netz: %1 (die Adresse kann wechseln)</translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressFinder</name>
    <message>
        <source>%1 did not answer with an address.</source>
        <translation>%1 hat nicht mit einer Adresse geantwortet.</translation>
    </message>
    <message>
        <source>No echo service is set.</source>
        <translation>Es ist kein Echodienst eingestellt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressFollower</name>
    <message>
        <source>There is no such connection.</source>
        <translation>Diese Verbindung gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressGroups</name>
    <message>
        <source>%1 is added for the group “%2”.</source>
        <translation>%1 wird für die Gruppe „%2“ hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is removed: it came from the group “%2”, which does not want it here any more.</source>
        <translation>%1 wird entfernt: Der Eintrag kam von der Gruppe „%2“, die ihn hier nicht mehr will.</translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressGroupsDialog</name>
    <message>
        <source>No address groups yet</source>
        <translation>Noch keine Adressgruppen</translation>
    </message>
    <message>
        <source>Make one for an office or a person, give it their addresses, and use it in as many lists as you like.</source>
        <translation>Legen Sie eine für ein Büro oder eine Person an, geben Sie ihr deren Adressen, und verwenden Sie sie in beliebig vielen Listen.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>The group has this range already.</source>
        <translation>Die Gruppe hat diesen Bereich schon.</translation>
    </message>
    <message>
        <source>Every list holds what its groups want, as far as this computer knows.</source>
        <translation>Jede Liste entspricht ihren Gruppen, soweit dieser Rechner weiß.</translation>
    </message>
    <message numerus="yes">
        <source>%n lists do not follow their groups yet: %1</source>
        <translation>
            <numerusform>%n Liste entspricht ihren Gruppen noch nicht: %1</numerusform>
            <numerusform>%n Listen entsprechen ihren Gruppen noch nicht: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ApplyController</name>
    <message>
        <source>Finding out your address…</source>
        <translation>Ihre Adresse wird ermittelt …</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <source>Applied and read back: live since %1.</source>
        <translation>Angewendet und zurückgelesen: in Kraft seit %1.</translation>
    </message>
    <message>
        <source>Cancelled. What is not at the service yet is still pending.</source>
        <translation>Abgebrochen. Was noch nicht beim Dienst ist, steht weiter aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were changed here and at the service, differently. Choose for each what shall stand, then apply again.</source>
        <translation>
            <numerusform>%n Eintrag wurde hier und beim Dienst verschieden geändert. Wählen Sie, was gelten soll, und wenden Sie erneut an.</numerusform>
            <numerusform>%n Einträge wurden hier und beim Dienst verschieden geändert. Wählen Sie für jeden, was gelten soll, und wenden Sie erneut an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applied and read back: live from %1 on.</source>
        <translation>Angewendet und zurückgelesen: in Kraft ab %1.</translation>
    </message>
    <message>
        <source>My address</source>
        <translation>Meine Adresse</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
</context>
<context>
    <name>gatehouse::BaseUrlController</name>
    <message>
        <source>Deprecated: the service gives up the base URL of this connection. Its place was taken by %1. Moving compares the two lists first, and changes nothing when they differ.</source>
        <translation>Veraltet: Der Dienst gibt die Basis-URL dieser Verbindung auf. An ihre Stelle ist %1 getreten. Beim Umziehen werden zuerst beide Listen verglichen; weichen sie voneinander ab, ändert sich nichts.</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Zu %1 umziehen</translation>
    </message>
    <message>
        <source>Comparing the two lists…</source>
        <translation>Die beiden Listen werden verglichen …</translation>
    </message>
    <message>
        <source>Moved: both base URLs gave the same list, and this connection uses %1 from now on.</source>
        <translation>Umgezogen: Beide Basis-URLs gaben dieselbe Liste, und diese Verbindung verwendet von jetzt an %1.</translation>
    </message>
    <message>
        <source>Not moved: %1</source>
        <translation>Nicht umgezogen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>gatehouse::BaseUrlMove</name>
    <message>
        <source>%1 and others</source>
        <translation>%1 und andere</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the old address are not the same at the new one: %1.</source>
        <translation>
            <numerusform>%n Eintrag der alten Adresse ist an der neuen nicht derselbe: %1.</numerusform>
            <numerusform>%n Einträge der alten Adresse sind an der neuen nicht dieselben: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the new address are not the same at the old one: %1.</source>
        <translation>
            <numerusform>%n Eintrag der neuen Adresse ist an der alten nicht derselbe: %1.</numerusform>
            <numerusform>%n Einträge der neuen Adresse sind an der alten nicht dieselben: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This connection has the current base URL already.</source>
        <translation>Diese Verbindung hat schon die aktuelle Basis-URL.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConflictDialog</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts are left.</source>
        <translation>
            <numerusform>Noch %n Konflikt.</numerusform>
            <numerusform>Noch %n Konflikte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionBook</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Geben Sie der Verbindung einen Namen.</translation>
    </message>
    <message>
        <source>Another connection is named “%1” already.</source>
        <translation>Eine andere Verbindung heißt schon „%1“.</translation>
    </message>
    <message>
        <source>There is no definition of the service “%1”.</source>
        <translation>Es gibt keine Beschreibung des Dienstes „%1“.</translation>
    </message>
    <message>
        <source>The base URL must look like https://api.example.com/v1.</source>
        <translation>Die Basis-URL muss wie https://api.example.com/v1 aussehen.</translation>
    </message>
    <message>
        <source>The base URL must not contain a user name or password.</source>
        <translation>Die Basis-URL darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>The base URL must end before “?” and “#”.</source>
        <translation>Die Basis-URL muss vor „?“ und „#“ enden.</translation>
    </message>
    <message>
        <source>The base URL must begin with https, so that nobody on the way can read the secret. Plain http is for this computer only.</source>
        <translation>Die Basis-URL muss mit https beginnen, damit unterwegs niemand das Geheimnis lesen kann. Einfaches http gilt nur für diesen Rechner.</translation>
    </message>
    <message>
        <source>“%1” is needed: %2</source>
        <translation>„%1“ wird gebraucht: %2</translation>
    </message>
    <message>
        <source>%1 has no scope named “%2”.</source>
        <translation>%1 hat keinen Geltungsbereich namens „%2“.</translation>
    </message>
    <message>
        <source>At least one of these is needed: %1.</source>
        <translation>Mindestens eines davon wird gebraucht: %1.</translation>
    </message>
    <message>
        <source>There is no such connection.</source>
        <translation>Diese Verbindung gibt es nicht.</translation>
    </message>
    <message>
        <source>The list of this computer cannot be disconnected.</source>
        <translation>Die Liste dieses Rechners kann nicht getrennt werden.</translation>
    </message>
    <message>
        <source>The base URL must not have “.” or “..” between slashes, which leads elsewhere.</source>
        <translation>Die Basis-URL darf „.“ oder „..“ nicht zwischen Schrägstrichen haben, das führt anderswohin.</translation>
    </message>
    <message>
        <source>The base URL leads to another domain, which does not get the stored secret by itself. Enter the secret again.</source>
        <translation>Die Basis-URL führt zu einer anderen Domain, die das gespeicherte Geheimnis nicht von selbst bekommt. Geben Sie das Geheimnis noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionDelegate</name>
    <message>
        <source>deprecated</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionDialog</name>
    <message>
        <source>The vendor&apos;s documentation</source>
        <translation>Die Dokumentation des Anbieters</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Leave empty to keep the one that is stored.</source>
        <translation>Lassen Sie das Feld leer, um das gespeicherte zu behalten.</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer, nowhere else.</source>
        <translation>Aufgehoben im Schlüsselbund dieses Rechners, nirgends sonst.</translation>
    </message>
    <message>
        <source>Edit the connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Enter the secret, so that the service lets you in.</source>
        <translation>Geben Sie das Geheimnis ein, damit der Dienst Sie einlässt.</translation>
    </message>
    <message>
        <source>Documented by the vendor</source>
        <translation>Vom Anbieter dokumentiert</translation>
    </message>
    <message>
        <source>A convention of ours, not verified</source>
        <translation>Eine Vereinbarung von uns, nicht geprüft</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Make a new one at the service, together with its list</source>
        <translation>Beim Dienst neu anlegen, zusammen mit der Liste</translation>
    </message>
    <message>
        <source>%1 has no field for an expiry. Gatehouse keeps it on this computer and ends the entry while it runs here. Written into the label (“Bob [until 2026-09-01 00:00 UTC]”), any computer that opens the list sees it and can end the entry.</source>
        <translation>%1 hat kein Feld für einen Ablauf. Gatehouse hebt ihn auf diesem Rechner auf und beendet den Eintrag, während es hier läuft. In die Bezeichnung geschrieben („Bob [until 2026-09-01 00:00 UTC]“), sieht ihn jeder Rechner, der die Liste öffnet, und kann den Eintrag beenden.</translation>
    </message>
    <message>
        <source>Deprecated: its place was taken by %1</source>
        <translation>Veraltet: An diese Stelle ist %1 getreten</translation>
    </message>
    <message>
        <source>Certificate of an authority</source>
        <translation>Zertifikat einer Stelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionEditor</name>
    <message>
        <source>Storing the connection…</source>
        <translation>Die Verbindung wird gespeichert …</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>It works: the list has %n entries.</source>
        <translation>
            <numerusform>Es funktioniert: Die Liste hat %n Eintrag.</numerusform>
            <numerusform>Es funktioniert: Die Liste hat %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 You can enter it by hand.</source>
        <translation>%1 Sie können es von Hand eingeben.</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>Wird angelegt …</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionListModel</name>
    <message numerus="yes">
        <source>%n change(s) pending</source>
        <translation>
            <numerusform>%n Änderung ausstehend</numerusform>
            <numerusform>%n Änderungen ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>connection, its service, its state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3, %n change(s) pending</source>
        <comment>connection, its service, its state</comment>
        <translation>
            <numerusform>%1, %2, %3, %n Änderung ausstehend</numerusform>
            <numerusform>%1, %2, %3, %n Änderungen ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>Deprecated: its place was taken by %1</source>
        <translation>Veraltet: An diese Stelle ist %1 getreten</translation>
    </message>
    <message>
        <source>%1, deprecated base URL</source>
        <comment>state of a connection</comment>
        <translation>%1, veraltete Basis-URL</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionStatus</name>
    <message>
        <source>The secret was refused</source>
        <translation>Das Geheimnis wurde abgelehnt</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>This address is refused</source>
        <translation>Diese Adresse wird abgelehnt</translation>
    </message>
    <message>
        <source>No secret is stored</source>
        <translation>Kein Geheimnis gespeichert</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Not secure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Changed elsewhere too</source>
        <translation>Auch anderswo geändert</translation>
    </message>
    <message>
        <source>Not everything was applied</source>
        <translation>Nicht alles wurde angewendet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Applying changes…</source>
        <translation>Änderungen werden angewendet …</translation>
    </message>
    <message>
        <source>Overdue entries</source>
        <translation>Überfällige Einträge</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Read at %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>Open to everyone</source>
        <translation>Offen für alle</translation>
    </message>
    <message>
        <source>Open to every IPv4 address</source>
        <translation>Offen für jede IPv4-Adresse</translation>
    </message>
    <message>
        <source>Open to every IPv6 address</source>
        <translation>Offen für jede IPv6-Adresse</translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionsController</name>
    <message>
        <source>There is no connection named “%1”.</source>
        <translation>Es gibt keine Verbindung namens „%1“.</translation>
    </message>
    <message>
        <source>%1 – Gatehouse</source>
        <translation>%1 – Gatehouse</translation>
    </message>
    <message>
        <source>Remove the connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection “%1”?</source>
        <translation>Die Verbindung „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its secret, its list and its pending changes are deleted from this computer. The list at the service stays as it is.</source>
        <translation>Ihr Geheimnis, ihre Liste und ihre ausstehenden Änderungen werden von diesem Rechner gelöscht. Die Liste beim Dienst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>That request was decided by another list (%1), which is not connected here. Connect it, then allow the address.</source>
        <translation>Über diese Anfrage hat eine andere Liste (%1) entschieden, die hier nicht verbunden ist. Verbinden Sie sie, und lassen Sie dann die Adresse zu.</translation>
    </message>
    <message>
        <source>Connect it…</source>
        <translation>Verbinden …</translation>
    </message>
</context>
<context>
    <name>gatehouse::DayCalendar</name>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
</context>
<context>
    <name>gatehouse::Desktop</name>
    <message>
        <source>This computer has no keychain (Secret Service) that Gatehouse can use. Secrets are kept in memory only: you will have to enter them again after the next start.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund (Secret Service), den Gatehouse verwenden kann. Geheimnisse werden nur im Arbeitsspeicher aufgehoben: Nach dem nächsten Start müssen Sie sie erneut eingeben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::DesktopOptions</name>
    <message>
        <source>Keep everything under this folder (or GATEHOUSE_HOME).</source>
        <translation>Alles unter diesem Ordner aufheben (oder GATEHOUSE_HOME).</translation>
    </message>
    <message>
        <source>Show this connection.</source>
        <translation>Diese Verbindung zeigen.</translation>
    </message>
    <message>
        <source>Drive the window through the main job in a home of its own, and save a picture of each step in this folder.</source>
        <translation>Das Fenster in einem eigenen Ordner durch die Hauptaufgabe führen und von jedem Schritt ein Bild in diesem Ordner speichern.</translation>
    </message>
    <message>
        <source>Log to standard error, with secrets masked.</source>
        <translation>Auf die Standardfehlerausgabe protokollieren, mit verdeckten Geheimnissen.</translation>
    </message>
    <message>
        <source>One desk for every IP allowlist.</source>
        <translation>Ein Pult für alle IP-Zulassungslisten.</translation>
    </message>
    <message>
        <source>There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Use gatehouse-cli, or start gatehouse inside a desktop session.</source>
        <translation>Es gibt keine Anzeige, auf der sich ein Fenster öffnen ließe (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt). Verwenden Sie gatehouse-cli, oder starten Sie gatehouse in einer Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Nobody knows what “%1” is for.</source>
        <translation>Niemand weiß, wozu „%1“ dient.</translation>
    </message>
    <message>
        <source>See gatehouse --help.</source>
        <translation>Siehe gatehouse --help.</translation>
    </message>
</context>
<context>
    <name>gatehouse::DifferenceModel</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>expires: %1</source>
        <translation>Ablauf: %1</translation>
    </message>
    <message>
        <source>range: %1 → %2</source>
        <translation>Bereich: %1 → %2</translation>
    </message>
    <message>
        <source>label: “%1” → “%2”</source>
        <translation>Bezeichnung: „%1“ → „%2“</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>expires: %1 → %2</source>
        <translation>Ablauf: %1 → %2</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
</context>
<context>
    <name>gatehouse::DriftController</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln hinzugefügt</numerusform>
            <numerusform>%Ln hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln entfernt</numerusform>
            <numerusform>%Ln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>This list was changed elsewhere.</source>
        <translation>Diese Liste wurde anderswo geändert.</translation>
    </message>
    <message>
        <source>This list was changed elsewhere: %1.</source>
        <extracomment>%1 is &quot;2 added, 1 removed&quot;.</extracomment>
        <translation>Diese Liste wurde anderswo geändert: %1.</translation>
    </message>
    <message>
        <source>This list was changed by %2: %1.</source>
        <translation>Diese Liste wurde von %2 geändert: %1.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
</context>
<context>
    <name>gatehouse::EmptyText</name>
    <message>
        <source>Add my address</source>
        <translation>Meine Adresse hinzufügen</translation>
    </message>
    <message>
        <source>This list is empty: everyone is let in</source>
        <translation>Diese Liste ist leer: Alle werden eingelassen</translation>
    </message>
    <message>
        <source>%1 lets every address in as long as the list has no active entry. From the first entry on, only the addresses on the list get through. So begin with your own.</source>
        <translation>%1 lässt jede Adresse ein, solange die Liste keinen aktiven Eintrag hat. Ab dem ersten Eintrag kommen nur noch die Adressen auf der Liste durch. Beginnen Sie also mit Ihrer eigenen.</translation>
    </message>
    <message>
        <source>This list is empty: nobody is let in</source>
        <translation>Diese Liste ist leer: Niemand wird eingelassen</translation>
    </message>
    <message>
        <source>%1 lets only the addresses on the list through, and there is none yet. Begin with your own.</source>
        <translation>%1 lässt nur die Adressen auf der Liste durch, und noch gibt es keine. Beginnen Sie mit Ihrer eigenen.</translation>
    </message>
    <message>
        <source>No entry matches the filter</source>
        <translation>Kein Eintrag passt zum Filter</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>%1 is being asked for it.</source>
        <translation>%1 wird danach gefragt.</translation>
    </message>
    <message>
        <source>The list has not been read yet</source>
        <translation>Die Liste wurde noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 holds it. Read it to see whom it lets in.</source>
        <translation>Sie liegt bei: %1. Lesen Sie sie, um zu sehen, wen sie einlässt.</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>Die Liste lesen</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntryAdder</name>
    <message numerus="yes">
        <source>Go to %n entries</source>
        <translation>
            <numerusform>Zum Eintrag</numerusform>
            <numerusform>Zu den %n Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is on the list already and was not added again.</source>
        <translation>%1 steht schon auf der Liste und wurde nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 is on the list already, with other content: %2. It was not added again.</source>
        <translation>%1 steht schon auf der Liste, mit anderem Inhalt: %2. Es wurde nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>Change it to this</source>
        <translation>So ändern</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Bezeichnung</translation>
    </message>
    <message>
        <source>label “%1”</source>
        <translation>Bezeichnung „%1“</translation>
    </message>
    <message>
        <source>expires: %1</source>
        <extracomment>%1: &quot;never&quot;, &quot;in 5 h&quot;, &quot;expired 2 h ago&quot;</extracomment>
        <translation>Ablauf: %1</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>gatehouse::EntryTableModel</name>
    <message>
        <source>%1, changed elsewhere</source>
        <translation>%1, anderswo geändert</translation>
    </message>
</context>
<context>
    <name>gatehouse::ErrorDetailsDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Entry %1, %2: %3</source>
        <translation>Eintrag %1, %2: %3</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfrage-ID: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ExpiryPicker</name>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Never expires</source>
        <translation>Läuft nie ab</translation>
    </message>
</context>
<context>
    <name>gatehouse::ExpiryPopup</name>
    <message>
        <source>Date and time…</source>
        <translation>Datum und Uhrzeit …</translation>
    </message>
    <message>
        <source>%1 has passed. Choose a later time.</source>
        <translation>%1 ist vorbei. Wählen Sie eine spätere Zeit.</translation>
    </message>
</context>
<context>
    <name>gatehouse::FollowController</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Prüfen …</translation>
    </message>
    <message>
        <source>Your address has changed</source>
        <translation>Ihre Adresse hat sich geändert</translation>
    </message>
    <message numerus="yes">
        <source>Your address changed from %1 to %2, and %n lists still let in the old one as yours.</source>
        <translation>
            <numerusform>Ihre Adresse hat sich von %1 zu %2 geändert, und %n Liste lässt noch die alte als Ihre ein.</numerusform>
            <numerusform>Ihre Adresse hat sich von %1 zu %2 geändert, und %n Listen lassen noch die alte als Ihre ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed and read back</source>
        <translation>Geändert und zurückgelesen</translation>
    </message>
</context>
<context>
    <name>gatehouse::FollowDialog</name>
    <message>
        <source>To change</source>
        <translation>Zu ändern</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Wird geändert …</translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ranges</source>
        <translation>
            <numerusform>%n Bereich</numerusform>
            <numerusform>%n Bereiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used in %n lists</source>
        <translation>
            <numerusform>verwendet in %n Liste</numerusform>
            <numerusform>verwendet in %n Listen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupRangeModel</name>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Label of its entries</source>
        <translation>Bezeichnung der Einträge</translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryController</name>
    <message>
        <source>Nothing older is kept.</source>
        <translation>Nichts Älteres ist aufgehoben.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>the version before</source>
        <translation>der vorigen Fassung</translation>
    </message>
    <message>
        <source>the list as it is wanted now</source>
        <translation>der Liste, wie sie jetzt sein soll</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>What a version has more, less, and otherwise than another: %1 to %3 are &quot;2 added&quot; and so on.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln hinzugefügt</numerusform>
            <numerusform>%Ln hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln entfernt</numerusform>
            <numerusform>%Ln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryListModel</name>
    <message>
        <source>Version %1 · %2</source>
        <translation>Fassung %1 · %2</translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed</source>
        <translation>%1 hinzugefügt, %2 entfernt, %3 geändert</translation>
    </message>
    <message numerus="yes">
        <source>Version %1, %n entries
%2</source>
        <translation>
            <numerusform>Fassung %1, %n Eintrag
%2</numerusform>
            <numerusform>Fassung %1, %n Einträge
%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>gatehouse::InterruptionController</name>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Applying was interrupted (%1). The list was read to see what became of it.</source>
        <translation>Das Anwenden wurde unterbrochen (%1). Die Liste wurde gelesen, um zu sehen, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>Took effect: %1.</source>
        <translation>In Kraft getreten: %1.</translation>
    </message>
    <message>
        <source>Half done, what it replaces is still there: %1.</source>
        <translation>Halb erledigt, das Ersetzte ist noch da: %1.</translation>
    </message>
    <message>
        <source>Did not take effect: %1.</source>
        <translation>Nicht in Kraft getreten: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::Keeper</name>
    <message>
        <source>There is no such connection.</source>
        <translation>Diese Verbindung gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeeperController</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Expired and removed from “%1”: %2.</source>
        <translation>Abgelaufen und aus „%1“ entfernt: %2.</translation>
    </message>
    <message>
        <source>Keeper: not everything ended</source>
        <translation>Wächter: nicht alles beendet</translation>
    </message>
    <message>
        <source>Entries whose time is over are still let in, since they could not be removed.</source>
        <translation>Einträge, deren Zeit um ist, werden noch eingelassen, da sie nicht entfernt werden konnten.</translation>
    </message>
    <message>
        <source>Keeper: needs you</source>
        <translation>Wächter: braucht Sie</translation>
    </message>
    <message>
        <source>The time of the last entry of a list is over; removing it would let everyone in.</source>
        <translation>Die Zeit des letzten Eintrags einer Liste ist um; ihn zu entfernen würde alle einlassen.</translation>
    </message>
    <message>
        <source>Keeper: at work…</source>
        <translation>Wächter: bei der Arbeit …</translation>
    </message>
    <message>
        <source>Entries whose time is over are being removed.</source>
        <translation>Einträge, deren Zeit um ist, werden entfernt.</translation>
    </message>
    <message>
        <source>Keeper: next %1</source>
        <extracomment>%1 is a distance: &quot;in 2 days&quot;</extracomment>
        <translation>Wächter: als Nächstes %1</translation>
    </message>
    <message>
        <source>Nothing is overdue. The next entry ends at %1.</source>
        <translation>Nichts ist überfällig. Der nächste Eintrag endet: %1.</translation>
    </message>
    <message>
        <source>Keeper: nothing due</source>
        <translation>Wächter: nichts fällig</translation>
    </message>
    <message>
        <source>No entry has an expiry that Gatehouse keeps.</source>
        <translation>Kein Eintrag hat einen Ablauf, den Gatehouse aufhebt.</translation>
    </message>
    <message>
        <source>Looking through the list…</source>
        <translation>Die Liste wird durchgesehen …</translation>
    </message>
    <message>
        <source>Left to you: %1</source>
        <translation>Ihnen überlassen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries ended since the start</source>
        <translation>
            <numerusform>%n Eintrag seit dem Start beendet</numerusform>
            <numerusform>%n Einträge seit dem Start beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Nichts ist überfällig</translation>
    </message>
    <message>
        <source>Expired entries of “%1” are still let in: they could not be removed. %2</source>
        <translation>Abgelaufene Einträge von „%1“ werden noch eingelassen: Sie konnten nicht entfernt werden. %2</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message numerus="yes">
        <source>All %n connections…</source>
        <translation>
            <numerusform>Alle Verbindungen (%n) …</numerusform>
            <numerusform>Alle %n Verbindungen …</numerusform>
        </translation>
    </message>
    <message>
        <source>The time of %1 in “%2” is over. It is the last entry, and removing it would let everyone in. Add another entry, or remove it yourself if that is meant.</source>
        <translation>Die Zeit von %1 in „%2“ ist um. Es ist der letzte Eintrag, und ihn zu entfernen würde alle einlassen. Fügen Sie einen anderen Eintrag hinzu, oder entfernen Sie ihn selbst, wenn das gewollt ist.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeeperInstaller</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 failed with status %2. %3</source>
        <translation>%1 ist mit Status %2 gescheitert. %3</translation>
    </message>
    <message>
        <source>This computer has neither a systemd session nor cron. Run “gatehouse-cli sweep” by what starts programs at times here.</source>
        <translation>Dieser Rechner hat weder eine systemd-Sitzung noch cron. Rufen Sie „gatehouse-cli sweep“ mit dem auf, was hier Programme zeitgesteuert startet.</translation>
    </message>
    <message>
        <source>The path of the program or of its data has a line end or another control character in it, which no timer can hold.</source>
        <translation>Im Pfad des Programms oder seiner Daten ist ein Zeilenende oder ein anderes Steuerzeichen; das kann kein Timer halten.</translation>
    </message>
</context>
<context>
    <name>gatehouse::KeeperPanel</name>
    <message>
        <source>It last ran at %1.</source>
        <translation>Zuletzt gelaufen: %1.</translation>
    </message>
    <message>
        <source>It has not run yet.</source>
        <translation>Noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>While no window is open, nobody ends what has expired where a service does not do so itself. A timer of this computer can, every five minutes.</source>
        <translation>Ohne offenes Fenster beendet niemand, was abgelaufen ist, wo ein Dienst es nicht selbst tut. Ein Timer dieses Rechners kann das, alle fünf Minuten.</translation>
    </message>
    <message>
        <source>Installed: a timer of systemd ends what has expired, every five minutes. %1</source>
        <translation>Installiert: Ein Timer von systemd beendet alle fünf Minuten, was abgelaufen ist. %1</translation>
    </message>
    <message>
        <source>Installed: cron ends what has expired, every five minutes. %1</source>
        <translation>Installiert: cron beendet alle fünf Minuten, was abgelaufen ist. %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::LabelDelegate</name>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>add a label</source>
        <translation>Bezeichnung hinzufügen</translation>
    </message>
</context>
<context>
    <name>gatehouse::LegendDialog</name>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>State of an entry</source>
        <translation>Stand eines Eintrags</translation>
    </message>
    <message>
        <source>Where a value is kept</source>
        <translation>Wo ein Wert aufgehoben ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a state and what it means</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no symbol</source>
        <translation>kein Symbol</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListActions</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Not for this list: it also guards the way by which it is edited, so a change that shuts this computer out could not be reverted.</source>
        <translation>Nicht bei dieser Liste: Sie schützt auch den Weg, auf dem sie bearbeitet wird; eine Änderung, die diesen Rechner aussperrt, ließe sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The last change is still to be kept or reverted.</source>
        <translation>Die letzte Änderung ist noch zu behalten oder zurückzunehmen.</translation>
    </message>
    <message>
        <source>Send the pending changes, and revert them by itself unless you keep them in time</source>
        <translation>Die ausstehenden Änderungen senden und von selbst zurücknehmen, wenn Sie sie nicht rechtzeitig behalten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListChoiceModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListController</name>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>%1 · not read yet</source>
        <translation>%1 · noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 · live since %2</source>
        <translation>%1 · in Kraft seit %2</translation>
    </message>
    <message>
        <source>%1 · last read %2</source>
        <translation>%1 · zuletzt gelesen %2</translation>
    </message>
    <message>
        <source>The service of this computer</source>
        <translation>Der Dienst dieses Rechners</translation>
    </message>
    <message>
        <source>%1 This computer&apos;s address: %2.</source>
        <translation>%1 Adresse dieses Rechners: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · live in %n s</source>
        <translation>
            <numerusform>%1 · in %n s in Kraft</numerusform>
            <numerusform>%1 · in %n s in Kraft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1 von %Ln Eintrag</numerusform>
            <numerusform>%1 von %Ln Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · as of %2, offline</source>
        <translation>%1 · Stand: %2, offline</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · Stand: %2</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln entries nobody here can tell whom they let in: they are no ranges.</source>
        <translation>
            <numerusform>Von %Ln Eintrag kann hier niemand sagen, wen er einlässt: Er ist kein Bereich.</numerusform>
            <numerusform>Von %Ln Einträgen kann hier niemand sagen, wen sie einlassen: Sie sind keine Bereiche.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln not known</source>
        <extracomment>%1: &quot;5 entries&quot;; %n of them are no ranges, so that nobody knows whom they let in</extracomment>
        <translation>
            <numerusform>%1 · %Ln nicht bekannt</numerusform>
            <numerusform>%1 · %Ln nicht bekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ListPage</name>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListProgressModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Adds %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Removes %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Let in by %1</source>
        <translation>Eingelassen durch %1</translation>
    </message>
    <message>
        <source>Let in: the list is open to everyone</source>
        <translation>Eingelassen: Die Liste ist für alle offen</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>Nicht eingelassen</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>Cannot be sent: see below</source>
        <translation>Kann nicht gesendet werden: siehe unten</translation>
    </message>
    <message>
        <source>Stop: is sent only after its name was typed</source>
        <translation>Halt: wird erst gesendet, wenn ihr Name getippt ist</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Nichts zu ändern</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Live since %1</source>
        <translation>In Kraft seit %1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Not known: no range lets it in, and some entries are none</source>
        <translation>Nicht bekannt: Kein Bereich lässt sie ein, und manche Einträge sind keine</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Getan: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListSession</name>
    <message>
        <source>It was changed here and elsewhere, differently. Choose which version shall stand.</source>
        <translation>Er wurde hier und anderswo verschieden geändert. Wählen Sie, welche Fassung gelten soll.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n entries</source>
        <translation>
            <numerusform>%n Eintrag hinzufügen</numerusform>
            <numerusform>%n Einträge hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit an entry</source>
        <translation>Einen Eintrag bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Activate %n entries</source>
        <translation>
            <numerusform>%n Eintrag aktivieren</numerusform>
            <numerusform>%n Einträge aktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n entries</source>
        <translation>
            <numerusform>%n Eintrag deaktivieren</numerusform>
            <numerusform>%n Einträge deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %n entries</source>
        <translation>
            <numerusform>Ablauf von %n Eintrag setzen</numerusform>
            <numerusform>Ablauf von %n Einträgen setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entries</source>
        <translation>
            <numerusform>%n Eintrag entfernen</numerusform>
            <numerusform>%n Einträge entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the changes of %n entries</source>
        <translation>
            <numerusform>Änderungen an %n Eintrag zurücknehmen</numerusform>
            <numerusform>Änderungen an %n Einträgen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard all changes</source>
        <translation>Alle Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Take the version of the service</source>
        <translation>Die Fassung des Dienstes nehmen</translation>
    </message>
    <message>
        <source>The list is busy. Wait until it is done, or cancel it.</source>
        <translation>Die Liste ist beschäftigt. Warten Sie, bis sie fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were changed here and elsewhere, differently.</source>
        <translation>
            <numerusform>%n Eintrag wurde hier und anderswo verschieden geändert.</numerusform>
            <numerusform>%n Einträge wurden hier und anderswo verschieden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n entries</source>
        <translation>
            <numerusform>%n Eintrag zurückbringen</numerusform>
            <numerusform>%n Einträge zurückbringen</numerusform>
        </translation>
    </message>
    <message>
        <source>The address of this computer is %1, as %2 sees it.</source>
        <translation>Die Adresse dieses Rechners ist %1, wie %2 sie sieht.</translation>
    </message>
    <message>
        <source>Add my address</source>
        <translation>Meine Adresse hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n changes were overwritten by somebody who replaced the list at the same time. They are pending again.</source>
        <translation>
            <numerusform>%n Änderung wurde von jemandem überschrieben, der die Liste zur selben Zeit ersetzt hat. Sie steht wieder aus.</numerusform>
            <numerusform>%n Änderungen wurden von jemandem überschrieben, der die Liste zur selben Zeit ersetzt hat. Sie stehen wieder aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish what was interrupted</source>
        <translation>Das Unterbrochene abschließen</translation>
    </message>
    <message>
        <source>Drop what was interrupted</source>
        <translation>Das Unterbrochene verwerfen</translation>
    </message>
    <message>
        <source>Take back what was watched</source>
        <translation>Das Beobachtete zurücknehmen</translation>
    </message>
    <message>
        <source>Keep both versions</source>
        <translation>Beide Fassungen behalten</translation>
    </message>
    <message numerus="yes">
        <source>The same is so of %n more entries.</source>
        <translation>
            <numerusform>So ist es auch mit %n weiteren Eintrag.</numerusform>
            <numerusform>So ist es auch mit %n weiteren Einträgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ListsReview</name>
    <message>
        <source>My address</source>
        <translation>Meine Adresse</translation>
    </message>
</context>
<context>
    <name>gatehouse::ListsReviewDialog</name>
    <message>
        <source>Reading the lists…</source>
        <translation>Die Listen werden gelesen …</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This is what would happen</source>
        <translation>Das würde geschehen</translation>
    </message>
    <message>
        <source>Only the checked lists are changed. Nothing has been sent yet.</source>
        <translation>Nur die angekreuzten Listen werden geändert. Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Each list is sent by itself; one that fails does not touch the others.</source>
        <translation>Jede Liste wird für sich gesendet; scheitert eine, bleiben die anderen unberührt.</translation>
    </message>
    <message>
        <source>This is what came of it</source>
        <translation>Das ist daraus geworden</translation>
    </message>
    <message>
        <source>To send this list all the same, type the name of the connection: %1</source>
        <translation>Um diese Liste trotzdem zu senden, tippen Sie den Namen der Verbindung: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Where this address is let in</source>
        <translation>Wo diese Adresse eingelassen wird</translation>
    </message>
    <message>
        <source>No list needs a change. “Apply” only keeps on this computer what you have chosen.</source>
        <translation>Keine Liste muss geändert werden. „Anwenden“ hält nur auf diesem Rechner fest, was Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Each list that was sent was read again.</source>
        <translation>Jede gesendete Liste wurde erneut gelesen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::LogFilterForm</name>
    <message>
        <source>%1: all</source>
        <extracomment>%1 is the title of a filter: &quot;Method: all&quot;</extracomment>
        <translation>%1: alle</translation>
    </message>
</context>
<context>
    <name>gatehouse::LogTableModel</name>
    <message>
        <source>The list turned this caller away.</source>
        <translation>Die Liste hat diesen Aufrufer abgewiesen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::LogsController</name>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen …</translation>
    </message>
    <message>
        <source>“%1” is not an address that a list could hold.</source>
        <translation>„%1“ ist keine Adresse, die eine Liste aufnehmen könnte.</translation>
    </message>
    <message>
        <source>Export the usage log</source>
        <translation>Nutzungsprotokoll exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests saved as %1.</source>
        <translation>
            <numerusform>%Ln Anfrage als %1 gespeichert.</numerusform>
            <numerusform>%Ln Anfragen als %1 gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LogsDialog</name>
    <message>
        <source>Usage log of %1</source>
        <translation>Nutzungsprotokoll von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln requests</source>
        <translation>
            <numerusform>%1 von %Ln Anfrage</numerusform>
            <numerusform>%1 von %Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::MainWindow</name>
    <message>
        <source>One desk for every IP allowlist</source>
        <translation>Ein Pult für alle IP-Zulassungslisten</translation>
    </message>
</context>
<context>
    <name>gatehouse::ManyLists</name>
    <message>
        <source>The lists are busy. Wait until they are done, or cancel them.</source>
        <translation>Die Listen sind beschäftigt. Warten Sie, bis sie fertig sind, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Somebody changed the list meanwhile. Nothing was sent: look at it again.</source>
        <translation>Jemand hat die Liste inzwischen geändert. Es wurde nichts gesendet: Sehen Sie sie noch einmal an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::NewScopeDialog</name>
    <message>
        <source>Taken off the clipboard again.</source>
        <translation>Wieder aus der Zwischenablage genommen.</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>%1 (optional):</source>
        <translation>%1 (optional):</translation>
    </message>
    <message>
        <source>Choose at least one: %1</source>
        <translation>Wählen Sie mindestens eines: %1</translation>
    </message>
    <message>
        <source>Enter something: %1</source>
        <translation>Geben Sie etwas ein: %1</translation>
    </message>
    <message>
        <source>Made: %1</source>
        <translation>Angelegt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Copied. It is taken off the clipboard in %n seconds.</source>
        <translation>
            <numerusform>Kopiert. In %n Sekunde wird es aus der Zwischenablage genommen.</numerusform>
            <numerusform>Kopiert. In %n Sekunden wird es aus der Zwischenablage genommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::NextStep</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter the secret…</source>
        <translation>Geheimnis eingeben …</translation>
    </message>
    <message>
        <source>Edit the connection…</source>
        <translation>Verbindung bearbeiten …</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Send when it is back</source>
        <translation>Senden, sobald er wieder da ist</translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait for %n seconds.</source>
        <translation>
            <numerusform>Er bittet, %n Sekunde zu warten.</numerusform>
            <numerusform>Er bittet, %n Sekunden zu warten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait for %n minutes.</source>
        <translation>
            <numerusform>Er bittet, %n Minute zu warten.</numerusform>
            <numerusform>Er bittet, %n Minuten zu warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences, one after the other.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::NoticeController</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of “%1” end soon</source>
        <translation>
            <numerusform>%n Eintrag von „%1“ endet bald</numerusform>
            <numerusform>%n Einträge von „%1“ enden bald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of “%1” have ended and were removed</source>
        <translation>
            <numerusform>%n Eintrag von „%1“ ist abgelaufen und wurde entfernt</numerusform>
            <numerusform>%n Einträge von „%1“ sind abgelaufen und wurden entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::OpenList</name>
    <message>
        <source>From the usage log</source>
        <translation>Aus dem Nutzungsprotokoll</translation>
    </message>
    <message>
        <source>Restore version %1</source>
        <translation>Fassung %1 wiederherstellen</translation>
    </message>
    <message>
        <source>The list is as in version %1 already.</source>
        <translation>Die Liste ist schon wie in Fassung %1.</translation>
    </message>
    <message>
        <source>The draft is as in version %1. Nothing is sent before you apply it.</source>
        <translation>Der Entwurf ist wie in Fassung %1. Gesendet wird erst, wenn Sie anwenden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::PendingBar</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) pending: %1</source>
        <translation>
            <numerusform>%n Änderung ausstehend: %1</numerusform>
            <numerusform>%n Änderungen ausstehend: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)…</source>
        <translation>
            <numerusform>%n Änderung wird gesendet …</numerusform>
            <numerusform>%n Änderungen werden gesendet …</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is pending. Changes apply at once.</source>
        <translation>Nichts steht aus. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Nothing is pending. Changes are collected until you apply them.</source>
        <translation>Nichts steht aus. Änderungen werden gesammelt, bis Sie sie anwenden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::QuickAddBar</name>
    <message>
        <source>Asking… Cancel</source>
        <translation>Wird gefragt … Abbrechen</translation>
    </message>
    <message>
        <source>Current IP</source>
        <translation>Aktuelle IP</translation>
    </message>
</context>
<context>
    <name>gatehouse::RangeCheck</name>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 accepts it</source>
        <translation>%1 nimmt es an</translation>
    </message>
    <message>
        <source>%1 refuses it: %2</source>
        <translation>%1 lehnt es ab: %2</translation>
    </message>
    <message>
        <source>%1 could not be asked</source>
        <translation>%1 konnte nicht gefragt werden</translation>
    </message>
</context>
<context>
    <name>gatehouse::RangeDelegate</name>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
</context>
<context>
    <name>gatehouse::RangeEdit</name>
    <message>
        <source>203.0.113.5 or 203.0.113.0/24</source>
        <translation>203.0.113.5 oder 203.0.113.0/24</translation>
    </message>
    <message>
        <source>An address, a CIDR block, or * for any address</source>
        <translation>Eine Adresse, ein CIDR-Block oder * für jede Adresse</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jede</translation>
    </message>
</context>
<context>
    <name>gatehouse::RangeHint</name>
    <message>
        <source>Enter does the same</source>
        <translation>Die Eingabetaste tut dasselbe</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>gatehouse::ReviewDialog</name>
    <message>
        <source>These changes cannot be applied yet</source>
        <translation>Diese Änderungen können noch nicht angewendet werden</translation>
    </message>
    <message>
        <source>Stop: read this before you go on</source>
        <translation>Halt: Lesen Sie dies, bevor Sie fortfahren</translation>
    </message>
    <message>
        <source>To go on all the same, type the name of the connection: %1</source>
        <translation>Um trotzdem fortzufahren, tippen Sie den Namen der Verbindung: %1</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Open to everyone</source>
        <translation>Für alle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Apply all the same</source>
        <translation>&amp;Trotzdem anwenden</translation>
    </message>
    <message>
        <source>Before this goes out: %1</source>
        <translation>Bevor dies hinausgeht: %1</translation>
    </message>
    <message>
        <source>…with its &amp;whole network %1: %2 may change every day</source>
        <translation>… mit ihrem &amp;ganzen Netz %1: %2 kann täglich wechseln</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more like these, none of them graver.</source>
        <translation>
            <numerusform>%Ln weiterer wie diese, keiner davon schwerer.</numerusform>
            <numerusform>%Ln weitere wie diese, keiner davon schwerer.</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on only listed addresses get in: add yours</source>
        <translation>Von jetzt an kommen nur Adressen der Liste hinein: Fügen Sie Ihre hinzu</translation>
    </message>
    <message>
        <source>Add &amp;my address</source>
        <translation>&amp;Meine Adresse hinzufügen</translation>
    </message>
</context>
<context>
    <name>gatehouse::ScopeFieldEdit</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>A choice of a service: its name, and what tells it from others of that name</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Asking… Cancel</source>
        <translation>Wird gefragt … Abbrechen</translation>
    </message>
    <message>
        <source>Ask the service</source>
        <translation>Den Dienst fragen</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Lets you choose from what the service has</source>
        <translation>Lässt Sie aus dem wählen, was der Dienst hat</translation>
    </message>
    <message>
        <source>%1: stop asking the service</source>
        <translation>%1: den Dienst nicht weiter fragen</translation>
    </message>
    <message>
        <source>%1: ask the service for the choices</source>
        <translation>%1: den Dienst nach der Auswahl fragen</translation>
    </message>
    <message>
        <source>The service has none.</source>
        <translation>Der Dienst hat keine.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretAudience</name>
    <message>
        <source>The secret was stored for %1, and the base URL leads to another domain.</source>
        <translation>Das Geheimnis wurde für %1 gespeichert, und die Basis-URL führt zu einer anderen Domain.</translation>
    </message>
    <message>
        <source>The file %1 took the place of the built-in definition since the secret was stored.</source>
        <translation>Seit das Geheimnis gespeichert wurde, ist die Datei %1 an die Stelle der eingebauten Definition getreten.</translation>
    </message>
    <message>
        <source>The file %1, which defines the service, was changed since the secret was stored.</source>
        <translation>Seit das Geheimnis gespeichert wurde, wurde die Datei %1, die den Dienst beschreibt, geändert.</translation>
    </message>
    <message>
        <source>If it may go to %1, enter it again in the connection&apos;s settings; for one call GATEHOUSE_TOKEN takes it.</source>
        <translation>Wenn es an %1 gehen darf, geben Sie es in den Einstellungen der Verbindung noch einmal ein; für einen Aufruf nimmt GATEHOUSE_TOKEN es an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretDialog</name>
    <message>
        <source>The secret with which Gatehouse asks for “%1”:</source>
        <translation>Das Geheimnis, mit dem Gatehouse „%1“ abruft:</translation>
    </message>
</context>
<context>
    <name>gatehouse::ServiceConnector</name>
    <message>
        <source>There is no definition of the service “%1”.</source>
        <translation>Es gibt keine Beschreibung des Dienstes „%1“.</translation>
    </message>
    <message>
        <source>The service of this computer is not running.</source>
        <translation>Der Dienst dieses Rechners läuft nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SettingsDialog</name>
    <message>
        <source>“%1” is not an address like https://ip.example.com; only https is safe from being answered by somebody else.</source>
        <translation>„%1“ ist keine Adresse wie https://ip.example.com; nur bei https kann nicht jemand anders antworten.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SeveralListsController</name>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>New group %1</source>
        <translation>Neue Gruppe %1</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Gruppe löschen</translation>
    </message>
    <message>
        <source>Delete the group “%1”?</source>
        <translation>Die Gruppe „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its entries stay on the lists until you apply the groups to them.</source>
        <translation>Ihre Einträge bleiben auf den Listen, bis Sie die Gruppen auf sie anwenden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No list uses a group. Check the lists under “Used in”.</source>
        <translation>Keine Liste verwendet eine Gruppe. Kreuzen Sie die Listen unter „Verwendet in“ an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::SeveralListsDialog</name>
    <message>
        <source>There is no address group yet</source>
        <translation>Noch gibt es keine Adressgruppe</translation>
    </message>
    <message>
        <source>None: one range</source>
        <translation>Keine: ein Bereich</translation>
    </message>
    <message>
        <source>Asking… Cancel</source>
        <translation>Wird gefragt … Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Current IP</source>
        <translation>Aktuelle &amp;IP</translation>
    </message>
    <message numerus="yes">
        <source>%n lists chosen</source>
        <translation>
            <numerusform>%n Liste gewählt</numerusform>
            <numerusform>%n Listen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter one address to check, not a range.</source>
        <translation>Geben Sie zum Prüfen eine einzelne Adresse ein, keinen Bereich.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Find out the address of this computer</source>
        <translation>Die Adresse dieses Rechners ermitteln</translation>
    </message>
    <message>
        <source>Stop asking for my current address</source>
        <translation>Nicht weiter nach meiner aktuellen Adresse fragen</translation>
    </message>
    <message>
        <source>Take my current address</source>
        <translation>Meine aktuelle Adresse nehmen</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Re&amp;view…</source>
        <translation>&amp;Prüfen …</translation>
    </message>
    <message>
        <source>Check whether the lists let the address in</source>
        <translation>Prüfen, ob die Listen die Adresse einlassen</translation>
    </message>
    <message>
        <source>Review what would happen to the lists</source>
        <translation>Prüfen, was mit den Listen geschehen würde</translation>
    </message>
</context>
<context>
    <name>gatehouse::Tour</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>the window did not show it</source>
        <translation>das Fenster hat es nicht gezeigt</translation>
    </message>
    <message>
        <source>the service does not hold it</source>
        <translation>der Dienst hat es nicht</translation>
    </message>
    <message>
        <source>read back from the service</source>
        <translation>vom Dienst zurückgelesen</translation>
    </message>
    <message>
        <source>seen in the window</source>
        <translation>im Fenster gesehen</translation>
    </message>
    <message>
        <source>%1  FAILED: %2 – %3</source>
        <translation>%1  GESCHEITERT: %2 – %3</translation>
    </message>
    <message>
        <source>The picture %1 cannot be saved.</source>
        <translation>Das Bild %1 kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The list of this computer is there and empty</source>
        <translation>Die Liste dieses Rechners ist da und leer</translation>
    </message>
    <message>
        <source>“Current IP” fills in the address of this computer</source>
        <translation>„Aktuelle IP“ füllt die Adresse dieses Rechners ein</translation>
    </message>
    <message>
        <source>Added with a label, for a week; the review says what the expiry will mean</source>
        <translation>Hinzugefügt mit Bezeichnung, für eine Woche; die Prüfung sagt, was der Ablauf bedeuten wird</translation>
    </message>
    <message>
        <source>Applied: the address is let in</source>
        <translation>Angewendet: Die Adresse wird eingelassen</translation>
    </message>
    <message>
        <source>Host bits are noticed while typing, and the network is offered</source>
        <translation>Hostbits werden beim Tippen bemerkt, und das Netz wird angeboten</translation>
    </message>
    <message>
        <source>Undo switches it on again, at the service too</source>
        <translation>Rückgängig schaltet ihn wieder ein, auch beim Dienst</translation>
    </message>
    <message>
        <source>The label is edited in its cell</source>
        <translation>Die Bezeichnung wird in ihrer Zelle bearbeitet</translation>
    </message>
    <message>
        <source>Switching off the own address is stopped before it is sent</source>
        <translation>Das Ausschalten der eigenen Adresse wird vor dem Senden angehalten</translation>
    </message>
    <message>
        <source>Back, and discarded: nothing has changed</source>
        <translation>Zurück, und verworfen: Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>Changes are collected: the service has none of them yet</source>
        <translation>Änderungen werden gesammelt: Der Dienst hat noch keine davon</translation>
    </message>
    <message>
        <source>Apply sends them together</source>
        <translation>„Anwenden“ sendet sie gemeinsam</translation>
    </message>
    <message>
        <source>An address in the filter shows what lets it in</source>
        <translation>Eine Adresse im Filter zeigt, was sie einlässt</translation>
    </message>
    <message>
        <source>An entry is removed by keyboard and the change applied</source>
        <translation>Ein Eintrag wird per Tastatur entfernt und die Änderung angewendet</translation>
    </message>
    <message>
        <source>The same in dark colours</source>
        <translation>Dasselbe in dunklen Farben</translation>
    </message>
    <message>
        <source>An office network is entered by keyboard alone; the review looks a week ahead</source>
        <translation>Ein Büronetz wird allein per Tastatur eingegeben; die Prüfung blickt eine Woche voraus</translation>
    </message>
    <message>
        <source>Applied by keyboard too</source>
        <translation>Auch per Tastatur angewendet</translation>
    </message>
    <message>
        <source>A contractor gets a day; nothing to ask about</source>
        <translation>Ein Auftragnehmer bekommt einen Tag; nichts zu fragen</translation>
    </message>
    <message>
        <source>One click switches the contractor off</source>
        <translation>Ein Klick schaltet den Auftragnehmer aus</translation>
    </message>
</context>
<context>
    <name>gatehouse::TrayController</name>
    <message>
        <source>Gatehouse</source>
        <translation>Gatehouse</translation>
    </message>
    <message>
        <source>&amp;Show Gatehouse</source>
        <translation>Gatehouse &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>Jetzt &amp;nachsehen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
</context>
<context>
    <name>gatehouse::Verifier</name>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
</context>
<context>
    <name>gatehouse::VerifyDialog</name>
    <message>
        <source>Let in: %1 answered this computer with this secret.</source>
        <translation>Eingelassen: %1 hat diesem Rechner mit diesem Geheimnis geantwortet.</translation>
    </message>
    <message>
        <source>%1 does not know this secret: it is mistyped, revoked or expired. That comes before the list, so this says nothing about your address.</source>
        <translation>%1 kennt dieses Geheimnis nicht: Es ist vertippt, widerrufen oder abgelaufen. Das kommt vor der Liste, daher sagt es nichts über Ihre Adresse.</translation>
    </message>
    <message>
        <source>%1 knows this secret, but it may not make the request that was tried. That comes before the list, so this says nothing about your address.</source>
        <translation>%1 kennt dieses Geheimnis, aber es darf die versuchte Anfrage nicht stellen. Das kommt vor der Liste, daher sagt es nichts über Ihre Adresse.</translation>
    </message>
    <message>
        <source>Refused: the list does not let this computer&apos;s address in. Add your current address to the list and apply, then verify again.</source>
        <translation>Abgewiesen: Die Liste lässt die Adresse dieses Rechners nicht ein. Fügen Sie Ihre aktuelle Adresse hinzu, wenden Sie an, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>%1 answered something that says neither yes nor no. The details have its answer.</source>
        <translation>%1 hat etwas geantwortet, das weder ja noch nein sagt. In den Einzelheiten steht die Antwort.</translation>
    </message>
</context>
<context>
    <name>gatehouse::WaitingController</name>
    <message>
        <source>The changes wait here. They are sent as soon as the service can be reached.</source>
        <translation>Die Änderungen warten hier. Sie werden gesendet, sobald der Dienst erreichbar ist.</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
</context>
<context>
    <name>gatehouse::WatchController</name>
    <message numerus="yes">
        <source>The change is live. In %n minute(s) it is reverted, unless you keep it.</source>
        <translation>
            <numerusform>Die Änderung ist in Kraft. In %n Minute wird sie zurückgenommen, wenn Sie sie nicht behalten.</numerusform>
            <numerusform>Die Änderung ist in Kraft. In %n Minuten wird sie zurückgenommen, wenn Sie sie nicht behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change is live. In %n second(s) it is reverted, unless you keep it.</source>
        <translation>
            <numerusform>Die Änderung ist in Kraft. In %n Sekunde wird sie zurückgenommen, wenn Sie sie nicht behalten.</numerusform>
            <numerusform>Die Änderung ist in Kraft. In %n Sekunden wird sie zurückgenommen, wenn Sie sie nicht behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Revert now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <source>The change is being reverted…</source>
        <translation>Die Änderung wird zurückgenommen …</translation>
    </message>
    <message>
        <source>The change was reverted: the list is as it was before, but for what others have changed since.</source>
        <translation>Die Änderung wurde zurückgenommen: Die Liste ist wie zuvor, bis auf das, was andere seitdem geändert haben.</translation>
    </message>
    <message>
        <source>The change is still live: it could not be reverted. It is tried again. %1</source>
        <translation>Die Änderung ist noch in Kraft: Sie konnte nicht zurückgenommen werden. Es wird erneut versucht. %1</translation>
    </message>
    <message>
        <source>It could not be noted that the change is to stay. %1</source>
        <translation>Dass die Änderung bleiben soll, ließ sich nicht vermerken. %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::WindowController</name>
    <message>
        <source>Gatehouse cannot start</source>
        <translation>Gatehouse kann nicht starten</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Jetzt schließen</translation>
    </message>
    <message>
        <source>Changes to %1 are on their way, or wait to be kept. The window closes when that is done.</source>
        <translation>Änderungen an %1 sind unterwegs oder noch zu behalten. Das Fenster schließt, wenn das erledigt ist.</translation>
    </message>
</context>
<context>
    <name>gatehouse::WorkArea</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>gatehouse::cli::Text</name>
    <message>
        <source>There is no connection “%1”. There are: %2.</source>
        <translation>Es gibt keine Verbindung „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no service “%1”; `gatehouse-cli services` lists them.</source>
        <translation>Es gibt keinen Dienst „%1“; `gatehouse-cli services` führt sie auf.</translation>
    </message>
    <message>
        <source>--scope needs KEY=VALUE, not “%1”.</source>
        <translation>--scope braucht SCHLÜSSEL=WERT, nicht „%1“.</translation>
    </message>
    <message>
        <source>Secret: </source>
        <translation>Geheimnis: </translation>
    </message>
    <message>
        <source>--token-stdin was given, and standard input is empty.</source>
        <translation>--token-stdin wurde angegeben, und die Standardeingabe ist leer.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer, so the secret could not be kept. Give it with each call in GATEHOUSE_TOKEN.</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund, daher konnte das Geheimnis nicht aufgehoben werden. Geben Sie es bei jedem Aufruf in GATEHOUSE_TOKEN an.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation>DIENST</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>SCOPE</source>
        <translation>GELTUNGSBEREICH</translation>
    </message>
    <message>
        <source>LAST SYNCHRONISED</source>
        <translation>ZULETZT ABGEGLICHEN</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Disconnected “%1”.</source>
        <translation>„%1“ getrennt.</translation>
    </message>
    <message>
        <source>Say what to change: --range, --label, --expires, --activate or --deactivate.</source>
        <translation>Sagen Sie, was zu ändern ist: --range, --label, --expires, --activate oder --deactivate.</translation>
    </message>
    <message>
        <source>RANGE</source>
        <translation>BEREICH</translation>
    </message>
    <message>
        <source>LABEL</source>
        <translation>BEZEICHNUNG</translation>
    </message>
    <message>
        <source>ACTIVE</source>
        <translation>AKTIV</translation>
    </message>
    <message>
        <source>EXPIRES</source>
        <translation>LÄUFT AB</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>STAND</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The list has no entry %1.</source>
        <translation>Die Liste hat keinen Eintrag %1.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>EXPIRY</source>
        <translation>ABLAUF</translation>
    </message>
    <message>
        <source>VERIFIED</source>
        <translation>GEPRÜFT</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>add     %1  %2</source>
        <translation>hinzufügen  %1  %2</translation>
    </message>
    <message>
        <source>change  %1  %2</source>
        <translation>ändern      %1  %2</translation>
    </message>
    <message>
        <source>remove  %1  %2</source>
        <translation>entfernen   %1  %2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Nothing was sent: the entries have errors.</source>
        <translation>Es wurde nichts gesendet: Die Einträge haben Fehler.</translation>
    </message>
    <message>
        <source>Nothing was sent. --force goes on all the same.</source>
        <translation>Es wurde nichts gesendet. --force fährt trotzdem fort.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The list has several entries %1; remove them all, or edit them in the window.</source>
        <translation>Die Liste hat mehrere Einträge %1; entfernen Sie alle, oder bearbeiten Sie sie im Fenster.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1 Did you mean %2?</source>
        <translation>%1 Meinten Sie %2?</translation>
    </message>
    <message>
        <source>“%1” is no expiry: use never, 6h, 12h, 1d, 1w, 1mo or a time with its zone, like 2026-09-01T18:00:00Z.</source>
        <translation>„%1“ ist kein Ablauf: Verwenden Sie never, 6h, 12h, 1d, 1w, 1mo oder eine Zeit mit ihrer Zone, wie 2026-09-01T18:00:00Z.</translation>
    </message>
    <message>
        <source>The list has no entry in force, so everyone is let in.</source>
        <translation>Auf der Liste ist kein Eintrag in Kraft, daher werden alle eingelassen.</translation>
    </message>
    <message>
        <source>%1 is not let in.</source>
        <translation>%1 wird nicht eingelassen.</translation>
    </message>
    <message>
        <source>This service cannot filter its log by --%1.</source>
        <translation>Dieser Dienst kann sein Protokoll nicht nach --%1 filtern.</translation>
    </message>
    <message>
        <source>%1 tells no log of the requests that came.</source>
        <translation>%1 gibt kein Protokoll der eingegangenen Anfragen heraus.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1: ended %2  %3</source>
        <translation>%1: beendet %2  %3</translation>
    </message>
    <message>
        <source>%1: %2 has expired and stays, since without it the list would let everyone in. Add another entry, or remove it yourself.</source>
        <translation>%1: %2 ist abgelaufen und bleibt, da die Liste ohne diesen Eintrag alle einlassen würde. Fügen Sie einen anderen Eintrag hinzu, oder entfernen Sie ihn selbst.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>y</source>
        <extracomment>The letter that answers the question whether to go on with yes.</extracomment>
        <translation>j</translation>
    </message>
    <message>
        <source>took effect:          %1</source>
        <translation>in Kraft getreten:       %1</translation>
    </message>
    <message>
        <source>half done, old stays: %1</source>
        <translation>halb, Altes noch da:     %1</translation>
    </message>
    <message>
        <source>did not take effect:  %1</source>
        <translation>nicht in Kraft getreten: %1</translation>
    </message>
    <message>
        <source>An apply that began at %1 was interrupted. The list says what became of it:</source>
        <translation>Ein Anwenden (begonnen: %1) wurde unterbrochen. Die Liste sagt, was daraus geworden ist:</translation>
    </message>
    <message>
        <source>%1: %2 is let in by %3</source>
        <translation>%1: %2 wird durch %3 eingelassen</translation>
    </message>
    <message>
        <source>%1: everyone is let in</source>
        <translation>%1: alle werden eingelassen</translation>
    </message>
    <message>
        <source>%1: %2 is not let in</source>
        <translation>%1: %2 wird nicht eingelassen</translation>
    </message>
    <message>
        <source>“%1” is neither true nor false.</source>
        <translation>„%1“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>there is no header: range,label,active,expires</source>
        <translation>die Kopfzeile fehlt: range,label,active,expires</translation>
    </message>
    <message>
        <source>the column “%1” is not known; the columns are range,label,active,expires</source>
        <translation>die Spalte „%1“ ist unbekannt; die Spalten sind range,label,active,expires</translation>
    </message>
    <message>
        <source>the column “%1” stands twice</source>
        <translation>die Spalte „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>the column “range” is missing</source>
        <translation>die Spalte „range“ fehlt</translation>
    </message>
    <message>
        <source>the header has %1 cells, and this line %2</source>
        <translation>die Kopfzeile hat %1 Zellen und diese Zeile %2</translation>
    </message>
    <message>
        <source>a list of entries is wanted: [ … ]</source>
        <translation>erwartet wird eine Liste von Einträgen: [ … ]</translation>
    </message>
    <message>
        <source>an entry is wanted: { … }</source>
        <translation>erwartet wird ein Eintrag: { … }</translation>
    </message>
    <message>
        <source>the key “range” is missing</source>
        <translation>der Schlüssel „range“ fehlt</translation>
    </message>
    <message>
        <source>the key “%1” is not known</source>
        <translation>der Schlüssel „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>“%1” has a value of the wrong type</source>
        <translation>„%1“ hat einen Wert vom falschen Typ</translation>
    </message>
    <message>
        <source>the file is not valid UTF-8</source>
        <translation>die Datei ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Nothing is to be done: the list is as the file wants it.</source>
        <translation>Es ist nichts zu tun: Die Liste ist so, wie die Datei sie will.</translation>
    </message>
    <message>
        <source>%1 stands for more than one computer: only an address, or the /64 network of an IPv6 address, can follow yours.</source>
        <translation>%1 steht für mehr als einen Rechner: Nur eine Adresse oder das /64-Netz einer IPv6-Adresse kann Ihrer Adresse folgen.</translation>
    </message>
    <message>
        <source>%1: %2 → %3  %4</source>
        <translation>%1: %2 → %3  %4</translation>
    </message>
    <message>
        <source>Name the connections whose entries are meant.</source>
        <translation>Nennen Sie die Verbindungen, deren Einträge gemeint sind.</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <source>There is no address group “%1”.</source>
        <translation>Es gibt keine Adressgruppe „%1“.</translation>
    </message>
    <message>
        <source>RANGES</source>
        <translation>BEREICHE</translation>
    </message>
    <message>
        <source>USED IN</source>
        <translation>VERWENDET IN</translation>
    </message>
    <message>
        <source>%1 is out of step; group apply changes that.</source>
        <translation>%1 entspricht den Gruppen nicht; group apply ändert das.</translation>
    </message>
    <message>
        <source>VERSION</source>
        <translation>FASSUNG</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>CAUSE</source>
        <translation>ANLASS</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>VON</translation>
    </message>
    <message>
        <source>ENTRIES</source>
        <translation>EINTRÄGE</translation>
    </message>
    <message>
        <source>CHANGES</source>
        <translation>ÄNDERUNGEN</translation>
    </message>
    <message>
        <source>Those who were asked do not agree: the first of a family leads.</source>
        <translation>Die Auskünfte stimmen nicht überein: Je Adressfamilie gilt die erste.</translation>
    </message>
    <message>
        <source>%1: </source>
        <translation>%1: </translation>
    </message>
    <message>
        <source>%1: nothing to change</source>
        <translation>%1: nichts zu ändern</translation>
    </message>
    <message>
        <source>What was applied at %1 was to be reverted unless somebody kept it, and nobody did. It is taken back first.</source>
        <translation>Was angewendet wurde (%1), sollte zurückgenommen werden, wenn niemand es behält, und niemand hat es behalten. Es wird zuerst zurückgenommen.</translation>
    </message>
    <message>
        <source>Remembered “%1”. Its list was not read yet; `gatehouse-cli list` does that.</source>
        <translation>„%1“ ist gemerkt. Die Liste wurde noch nicht gelesen; das tut `gatehouse-cli list`.</translation>
    </message>
    <message numerus="yes">
        <source>No range lets %1 in; whether one of the %n entries does that are no ranges is not known.</source>
        <translation>
            <numerusform>Kein Bereich lässt %1 ein; ob der %n Eintrag es tut, der kein Bereich ist, ist nicht bekannt.</numerusform>
            <numerusform>Kein Bereich lässt %1 ein; ob einer der %n Einträge es tut, die keine Bereiche sind, ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is defined by %2, which replaces the built-in definition.</source>
        <translation>%1 ist in %2 beschrieben, das die eingebaute Definition ersetzt.</translation>
    </message>
    <message>
        <source>%1 looks like an address that changes. Add its network %2 instead?</source>
        <translation>%1 sieht nach einer Adresse aus, die wechselt. Stattdessen ihr Netz %2 hinzufügen?</translation>
    </message>
    <message>
        <source>Note: %1 looks like an address that changes. --network adds its network %2 instead.</source>
        <translation>Hinweis: %1 sieht nach einer Adresse aus, die wechselt. --network fügt stattdessen ihr Netz %2 hinzu.</translation>
    </message>
    <message>
        <source>%1 is on the list already, with other content. Nothing was sent: `edit` changes that entry, --force adds a second one.</source>
        <translation>%1 steht schon auf der Liste, mit anderem Inhalt. Nichts wurde gesendet: `edit` ändert diesen Eintrag, --force fügt einen zweiten hinzu.</translation>
    </message>
    <message>
        <source>%1: %2 is on the list already. Nothing is to be done.</source>
        <translation>%1: %2 steht schon auf der Liste. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>active: %1</source>
        <translation>aktiv: %1</translation>
    </message>
    <message>
        <source>expires: %1</source>
        <translation>Ablauf: %1</translation>
    </message>
    <message>
        <source>range: %1 → %2</source>
        <translation>Bereich: %1 → %2</translation>
    </message>
    <message>
        <source>label: “%1” → “%2”</source>
        <translation>Bezeichnung: „%1“ → „%2“</translation>
    </message>
    <message>
        <source>active: %1 → %2</source>
        <translation>aktiv: %1 → %2</translation>
    </message>
    <message>
        <source>expires: %1 → %2</source>
        <translation>Ablauf: %1 → %2</translation>
    </message>
    <message>
        <source>Go on?</source>
        <translation>Fortfahren?</translation>
    </message>
    <message>
        <source>%1 [y/N] </source>
        <translation>%1 [j/N] </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>EVERYONE</source>
        <translation>ALLE</translation>
    </message>
    <message>
        <source>EVERY IPv4</source>
        <translation>JEDE IPv4</translation>
    </message>
    <message>
        <source>EVERY IPv6</source>
        <translation>JEDE IPv6</translation>
    </message>
    <message>
        <source>the listed</source>
        <translation>die Gelisteten</translation>
    </message>
    <message>
        <source>LETS IN</source>
        <translation>LÄSST EIN</translation>
    </message>
    <message>
        <source>Forget “%1” and its secret?</source>
        <translation>„%1“ und das Geheimnis dazu vergessen?</translation>
    </message>
    <message>
        <source>Nothing was forgotten.</source>
        <translation>Nichts wurde vergessen.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MB, the most that is read. Leave out what is no part of the list.</source>
        <translation>%1 ist größer als 64 MB, und mehr wird nicht gelesen. Lassen Sie weg, was nicht zur Liste gehört.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n faults, and nothing of it was used:</source>
        <translation>
            <numerusform>%1 hat %n Fehler, und nichts davon wurde verwendet:</numerusform>
            <numerusform>%1 hat %n Fehler, und nichts davon wurde verwendet:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has %2 faults, and nothing of it was used. The first hundred:</source>
        <translation>%1 hat %2 Fehler, und nichts davon wurde verwendet. Die ersten hundert:</translation>
    </message>
    <message>
        <source>done      %1</source>
        <translation>getan        %1</translation>
    </message>
    <message>
        <source>pending   %1 – %2</source>
        <translation>steht aus    %1 – %2</translation>
    </message>
    <message>
        <source>unknown   %1 – %2</source>
        <translation>unbekannt    %1 – %2</translation>
    </message>
    <message>
        <source>not done  %1 – %2</source>
        <translation>nicht getan  %1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n changes were applied.</source>
        <translation>
            <numerusform>%1 von %n Änderung wurde angewendet.</numerusform>
            <numerusform>%1 von %n Änderungen wurden angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody changed the list meanwhile. It is reviewed again.</source>
        <translation>Jemand hat die Liste inzwischen geändert. Sie wird noch einmal geprüft.</translation>
    </message>
</context>
</TS>
