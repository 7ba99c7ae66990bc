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
    <name>Moment</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
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
        <source>There would be %Ln entries, and this service accepts %L1. Merging adjacent and covered ranges would make %L2 of them; remove some, or merge them.</source>
        <translation>
            <numerusform>There would be %Ln entry, and this service accepts %L1. Merging adjacent and covered ranges would make %L2 of them; remove some, or merge them.</numerusform>
            <numerusform>There would be %Ln entries, and this service accepts %L1. Merging adjacent and covered ranges would make %L2 of them; remove some, or merge them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There would be %Ln entries, and this service accepts %L1. Remove some of them; none can be merged.</source>
        <translation>
            <numerusform>There would be %Ln entry, and this service accepts %L1. Remove some of them; none can be merged.</numerusform>
            <numerusform>There would be %Ln entries, and this service accepts %L1. Remove some of them; none can be merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries are no ranges. They stay as they are, and nobody here can tell whom they let in.</source>
        <translation>
            <numerusform>%Ln entry is no range. It stays as it is, and nobody here can tell whom it lets in.</numerusform>
            <numerusform>%Ln entries are no ranges. They stay as they are, and nobody here can tell whom they let in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceDefinition</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>%n connections could be read and are there again.</source>
        <translation>
            <numerusform>%n connection could be read and is there again.</numerusform>
            <numerusform>%n connections could be read and are there again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::AddressGroupsDialog</name>
    <message numerus="yes">
        <source>%n lists do not follow their groups yet: %1</source>
        <translation>
            <numerusform>%n list does not follow its groups yet: %1</numerusform>
            <numerusform>%n lists do not follow their groups yet: %1</numerusform>
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
    <name>gatehouse::ConflictDialog</name>
    <message numerus="yes">
        <source>%n conflicts are left.</source>
        <translation>
            <numerusform>%n conflict is left.</numerusform>
            <numerusform>%n conflicts are left.</numerusform>
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
    <name>gatehouse::DriftController</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::EntryAdder</name>
    <message numerus="yes">
        <source>Go to %n entries</source>
        <translation>
            <numerusform>Go to the entry</numerusform>
            <numerusform>Go to the %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::FollowController</name>
    <message numerus="yes">
        <source>Your address changed from %1 to %2, and %n lists still let in the old one as yours.</source>
        <translation>
            <numerusform>Your address changed from %1 to %2, and %n list still lets in the old one as yours.</numerusform>
            <numerusform>Your address changed from %1 to %2, and %n lists still let in the old one as yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupListModel</name>
    <message numerus="yes">
        <source>%n ranges</source>
        <translation>
            <numerusform>%n range</numerusform>
            <numerusform>%n ranges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used in %n lists</source>
        <translation>
            <numerusform>used in %n list</numerusform>
            <numerusform>used in %n lists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryDialog</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryListModel</name>
    <message numerus="yes">
        <source>Version %1, %n entries
%2</source>
        <translation>
            <numerusform>Version %1, %n entry
%2</numerusform>
            <numerusform>Version %1, %n entries
%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::InterruptionController</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
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
    <message numerus="yes">
        <source>Of %Ln entries nobody here can tell whom they let in: they are no ranges.</source>
        <translation>
            <numerusform>Of %Ln entry nobody here can tell whom it lets in: it is no range.</numerusform>
            <numerusform>Of %Ln entries nobody here can tell whom they let in: they are no ranges.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln not known</source>
        <extracomment>%1: &quot;5 entries&quot;; %n of them are no ranges, so that nobody knows whom they let in</extracomment>
        <translation>
            <numerusform>%1 · %Ln not known</numerusform>
            <numerusform>%1 · %Ln not known</numerusform>
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
        <source>Bring back %n entries</source>
        <translation>
            <numerusform>Bring back the entry</numerusform>
            <numerusform>Bring back %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were overwritten by somebody who replaced the list at the same time. They are pending again.</source>
        <translation>
            <numerusform>%n change was overwritten by somebody who replaced the list at the same time. It is pending again.</numerusform>
            <numerusform>%n changes were overwritten by somebody who replaced the list at the same time. They are pending again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same is so of %n more entries.</source>
        <translation>
            <numerusform>The same is so of %n more entry.</numerusform>
            <numerusform>The same is so of %n more entries.</numerusform>
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
    <name>gatehouse::NextStep</name>
    <message numerus="yes">
        <source>It asks to wait for %n seconds.</source>
        <translation>
            <numerusform>It asks to wait for %n second.</numerusform>
            <numerusform>It asks to wait for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asks to wait for %n minutes.</source>
        <translation>
            <numerusform>It asks to wait for %n minute.</numerusform>
            <numerusform>It asks to wait for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::NoticeController</name>
    <message numerus="yes">
        <source>%n entries of “%1” end soon</source>
        <translation>
            <numerusform>%n entry of “%1” ends soon</numerusform>
            <numerusform>%n entries of “%1” end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of “%1” have ended and were removed</source>
        <translation>
            <numerusform>%n entry of “%1” has ended and was removed</numerusform>
            <numerusform>%n entries of “%1” have ended and were removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
<context>
    <name>gatehouse::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln more like these, none of them graver.</source>
        <translation>
            <numerusform>%Ln more like these, not graver.</numerusform>
            <numerusform>%Ln more like these, none of them graver.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::SeveralListsDialog</name>
    <message numerus="yes">
        <source>%n lists chosen</source>
        <translation>
            <numerusform>%n list chosen</numerusform>
            <numerusform>%n lists chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::WatchController</name>
    <message numerus="yes">
        <source>The change is live. In %n minute(s) it is reverted, unless you keep it.</source>
        <translation>
            <numerusform>The change is live. In %n minute it is reverted, unless you keep it.</numerusform>
            <numerusform>The change is live. In %n minutes it is reverted, unless you keep it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The change is live. In %n second(s) it is reverted, unless you keep it.</source>
        <translation>
            <numerusform>The change is live. In %n second it is reverted, unless you keep it.</numerusform>
            <numerusform>The change is live. In %n seconds it is reverted, unless you keep it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::cli::Text</name>
    <message numerus="yes">
        <source>No range lets %1 in; whether one of the %n entries does that are no ranges is not known.</source>
        <translation>
            <numerusform>No range lets %1 in; whether the %n entry does that is no range is not known.</numerusform>
            <numerusform>No range lets %1 in; whether one of the %n entries does that are no ranges is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n faults, and nothing of it was used:</source>
        <translation>
            <numerusform>%1 has %n fault, and nothing of it was used:</numerusform>
            <numerusform>%1 has %n faults, and nothing of it was used:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n changes were applied.</source>
        <translation>
            <numerusform>%1 of %n change was applied.</numerusform>
            <numerusform>%1 of %n changes were applied.</numerusform>
        </translation>
    </message>
</context>
</TS>
