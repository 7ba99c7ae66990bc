<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Expiry</name>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln h</source>
        <translation>
            <numerusform>in %Ln h</numerusform>
            <numerusform>in %Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln min</source>
        <translation>
            <numerusform>in %Ln min</numerusform>
            <numerusform>in %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln days ago</source>
        <translation>
            <numerusform>expired %Ln day ago</numerusform>
            <numerusform>expired %Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln h ago</source>
        <translation>
            <numerusform>expired %Ln h ago</numerusform>
            <numerusform>expired %Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %Ln min ago</source>
        <translation>
            <numerusform>expired %Ln min ago</numerusform>
            <numerusform>expired %Ln min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>The label of %1 is longer than the %Ln characters that this service accepts. Shorten it.</source>
        <translation>
            <numerusform>The label of %1 is longer than the %Ln character that this service accepts. Shorten it.</numerusform>
            <numerusform>The label of %1 is longer than the %Ln characters that this service accepts. Shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This service accepts at most %Ln entries. Remove some of them.</source>
        <translation>
            <numerusform>This service accepts at most %Ln entry. Remove some of them.</numerusform>
            <numerusform>This service accepts at most %Ln entries. Remove some of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ApplyController</name>
    <message numerus="yes">
        <source>%n entries were changed here and at the service, differently. Choose for each what shall stand, then apply again.</source>
        <translation>
            <numerusform>%n entry was changed here and at the service, differently. Choose what shall stand, then apply again.</numerusform>
            <numerusform>%n entries were changed here and at the service, differently. Choose for each what shall stand, then apply again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::BaseUrlMove</name>
    <message numerus="yes">
        <source>%n entries of the old address are not the same at the new one: %1.</source>
        <translation>
            <numerusform>One entry of the old address is not the same at the new one: %1.</numerusform>
            <numerusform>%n entries of the old address are not the same at the new one: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the new address are not the same at the old one: %1.</source>
        <translation>
            <numerusform>One entry of the new address is not the same at the old one: %1.</numerusform>
            <numerusform>%n entries of the new address are not the same at the old one: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionEditor</name>
    <message numerus="yes">
        <source>It works: the list has %n entries.</source>
        <translation>
            <numerusform>It works: the list has one entry.</numerusform>
            <numerusform>It works: the list has %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ConnectionListModel</name>
    <message numerus="yes">
        <source>%n change(s) pending</source>
        <translation>
            <numerusform>%n change pending</numerusform>
            <numerusform>%n changes pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3, %n change(s) pending</source>
        <comment>connection, its service, its state</comment>
        <translation>
            <numerusform>%1, %2, %3, %n change pending</numerusform>
            <numerusform>%1, %2, %3, %n changes pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::KeeperController</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries ended since the start</source>
        <translation>
            <numerusform>One entry ended since the start</numerusform>
            <numerusform>%n entries ended since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n connections…</source>
        <translation>
            <numerusform>The one connection…</numerusform>
            <numerusform>All %n connections…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ListController</name>
    <message numerus="yes">
        <source>%1 · live in %n s</source>
        <translation>
            <numerusform>%1 · live in %n s</numerusform>
            <numerusform>%1 · live in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln entries</source>
        <translation>
            <numerusform>%1 of %Ln entry</numerusform>
            <numerusform>%1 of %Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ListSession</name>
    <message numerus="yes">
        <source>Add %n entries</source>
        <translation>
            <numerusform>Add %n entry</numerusform>
            <numerusform>Add %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Activate %n entries</source>
        <translation>
            <numerusform>Activate %n entry</numerusform>
            <numerusform>Activate %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n entries</source>
        <translation>
            <numerusform>Deactivate %n entry</numerusform>
            <numerusform>Deactivate %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the expiry of %n entries</source>
        <translation>
            <numerusform>Set the expiry of %n entry</numerusform>
            <numerusform>Set the expiry of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n entries</source>
        <translation>
            <numerusform>Remove %n entry</numerusform>
            <numerusform>Remove %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the changes of %n entries</source>
        <translation>
            <numerusform>Take back the changes of %n entry</numerusform>
            <numerusform>Take back the changes of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were changed here and elsewhere, differently.</source>
        <translation>
            <numerusform>%n entry was changed here and elsewhere, differently.</numerusform>
            <numerusform>%n entries were changed here and elsewhere, differently.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not at the service as they were sent.</source>
        <translation>
            <numerusform>%n entry is not at the service as it was sent.</numerusform>
            <numerusform>%n entries are not at the service as they were sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n entries</source>
        <translation>
            <numerusform>Bring back the entry</numerusform>
            <numerusform>Bring back %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LogsController</name>
    <message numerus="yes">
        <source>%Ln requests saved as %1.</source>
        <translation>
            <numerusform>%Ln request saved as %1.</numerusform>
            <numerusform>%Ln requests saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LogsDialog</name>
    <message numerus="yes">
        <source>%1 of %Ln requests</source>
        <translation>
            <numerusform>%1 of %Ln request</numerusform>
            <numerusform>%1 of %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::NewScopeDialog</name>
    <message numerus="yes">
        <source>Copied. It is taken off the clipboard in %n seconds.</source>
        <translation>
            <numerusform>Copied. It is taken off the clipboard in one second.</numerusform>
            <numerusform>Copied. It is taken off the clipboard in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::PendingBar</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) pending: %1</source>
        <translation>
            <numerusform>%n change pending: %1</numerusform>
            <numerusform>%n changes pending: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)…</source>
        <translation>
            <numerusform>Sending %n change…</numerusform>
            <numerusform>Sending %n changes…</numerusform>
        </translation>
    </message>
</context>
</TS>
