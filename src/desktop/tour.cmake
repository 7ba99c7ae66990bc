# SPDX-License-Identifier: Apache-2.0
set(TOUR_SOURCES
    tour/Hands.cpp tour/Hands.h
    tour/Picture.cpp tour/Picture.h
    tour/Tour.cpp tour/Tour.h
    tour/TourScript.cpp tour/TourScript.h)
