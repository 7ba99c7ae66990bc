// SPDX-License-Identifier: Apache-2.0
#include "services/ListFormReader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

Paging readPaging(ObjectReader &list)
{
    ObjectReader reader = list.object("paging"_L1);
    Paging paging;
    using By = Paging::By;
    paging.by = reader.choice<By>(
        "by"_L1, {{"none"_L1, By::None}, {"page"_L1, By::Page}, {"offset"_L1, By::Offset}, {"cursor"_L1, By::Cursor}});
    if (paging.by == By::None)
        return paging;
    paging.parameter = reader.text("parameter"_L1);
    if (reader.has("sizeParameter"_L1)) {
        paging.sizeParameter = reader.text("sizeParameter"_L1);
        paging.size = reader.number("size"_L1, 1, 100'000);
    }
    if (paging.by == By::Cursor) {
        paging.next = reader.path("next"_L1);
        return paging;
    }
    if (paging.by == By::Page)
        paging.first = reader.number("first"_L1, 0, 1);
    paging.total = reader.pathIfAny("total"_L1);
    if (paging.by == By::Page)
        paging.totalPages = reader.pathIfAny("totalPages"_L1);
    paging.more = reader.pathIfAny("more"_L1);
    if (int(paging.total.has_value()) + int(paging.totalPages.has_value()) + int(paging.more.has_value()) > 1)
        reader.complain(
            QCoreApplication::translate("ServiceDefinition", "of total, totalPages and more only one may be given"));
    return paging;
}

} // namespace

ListForm readListForm(ObjectReader &reader, ObjectReader::Key items, const Places &places)
{
    ListForm form;
    form.request = RequestReader(places).readGet(reader);
    form.items = reader.path(items);
    form.absentIsEmpty = reader.choice<bool>("whenAbsent"_L1, {{"error"_L1, false}, {"empty"_L1, true}}, false);
    form.onlyWhen = reader.conditions("onlyWhen"_L1);
    form.paging = readPaging(reader);
    return form;
}

ChoicesForm readChoicesForm(ObjectReader &reader, const Places &places)
{
    ChoicesForm form;
    form.list = readListForm(reader, "items"_L1, places);
    form.value = reader.path("value"_L1);
    form.title = reader.pathsIfAny("title"_L1);
    form.note = reader.pathsIfAny("note"_L1);
    return form;
}

} // namespace gatehouse
